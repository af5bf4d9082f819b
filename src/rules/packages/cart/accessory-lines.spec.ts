import { cartFacts, cartLine, countingIds } from "../../__tests__/carts"
import { article, articlesOf, bookOf, entry, recipe } from "../../__tests__/packages"
import { recordsOf, startPlan } from "../../cart"
import { lineChanges } from "../../cart/line-changes"
import { NOTHING_SELECTED } from "../expansion/selection"
import { accessoryLines } from "./accessory-lines"
import { PACKAGES_ROOM, type PackageLine } from "./package-line"
import type { ContentProduct } from "./package-stage"

const beside = { role: "accessory" as const, isNested: false }
const book = bookOf(
  recipe("p0", "flat", [
    entry("va"),
    entry("vb", { ...beside, quantity: 2 }),
    entry("vc", { ...beside, isOptional: true }),
    entry("vd", { ...beside, isHidden: true }),
  ]),
)
const own: PackageLine = { slot: "", book, selection: NOTHING_SELECTED }
const root = cartLine("a", { productId: "p0", variantId: "v0", quantity: 3, title: "Kit" })
const shown = {
  ...{ title: "Box", subtitle: null, product: root.product, place: null, requiresShipping: true },
  ...{ isDiscountable: true, isStocked: false },
}

function linesOf(fresh: boolean, isSold = true) {
  const plan = startPlan(cartFacts([root]), countingIds(), new Set([PACKAGES_ROOM]))
  const facts = {
    articles: articlesOf(article("vb", "4", { isTaxInclusive: true })),
    products: new Map<string, ContentProduct>(isSold ? [["vb", shown]] : []),
  }
  return accessoryLines(plan, new Map<string, PackageLine>(fresh ? [["a", own]] : []), facts)
}

describe("P16: what comes beside a package by Medusa's own route", () => {
  it("is a line of the buyer's own for each accessory that the recipe chooses, once however many packages", () => {
    const { plan, refusals } = linesOf(true)
    expect(refusals).toEqual([])
    const { create, update } = lineChanges(plan, recordsOf(plan))
    expect(update).toEqual([])
    expect(create).toMatchObject([
      { variantId: "vb", quantity: 2, unitPrice: "4", isTaxInclusive: true, isCustomPrice: false, metadata: null },
    ])
  })

  it("is nothing for a package that is known, and is refused where it is not sold any more", () => {
    expect(linesOf(false).plan.lines).toHaveLength(1)
    expect(linesOf(true, false).refusals).toMatchObject([{ lineId: "a", field: "items" }])
  })
})
