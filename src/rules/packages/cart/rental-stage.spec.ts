import { cartFacts, cartLine, countingIds } from "../../__tests__/carts"
import { article, articlesOf } from "../../__tests__/packages"
import { shareOf, startPlan, type CartLine, type LineRecord } from "../../cart"
import type { Article } from "../recipes/articles"
import { packagePayload, PACKAGES_ROOM, type RentalLine } from "./package-line"
import type { ContentProduct, PackageFacts } from "./package-stage"
import { NO_TERMS, rentalsOf, rentalStage } from "./rental-stage"

const shown = (title: string, more: Partial<ContentProduct> = {}): ContentProduct => ({
  ...{ title, subtitle: null, place: null, requiresShipping: false, isDiscountable: true, isStocked: false },
  product: cartLine("any").product,
  ...more,
})

const factsOf = (isBeforePrices: boolean, isStocked: boolean, ...articles: Article[]): PackageFacts => ({
  articles: articlesOf(...articles),
  products: new Map([
    ["va", shown("Tent", { isStocked })],
    ["vd", shown("Delivery")],
  ]),
  settings: { dayCount: "started_24_hours", timeZone: "UTC" },
  isBeforePrices,
})

const perDay = (more: Partial<Article> = {}) => article("va", "30", { unit: "day", ...more })
const period = { from: "2026-07-01T10:00:00Z", to: "2026-07-04T10:00:00Z" }
const rental = (more: Partial<RentalLine> = {}): RentalLine => ({
  ...{ slot: "rental", product_id: "pa", variant_id: "va", terms: { ...NO_TERMS, period }, delivery: null },
  ...more,
})
const recordOf = (own: RentalLine): LineRecord => ({
  ...{ id: "r1", key: "k1", cartId: "cart_1", lineId: "a", room: PACKAGES_ROOM, kind: "rental", parentId: null },
  ...{ groupKey: "r1", payload: packagePayload(own), productId: "pa", variantId: null },
})

function rented(line: CartLine, own: RentalLine | null, facts: PackageFacts) {
  const records = own ? [recordOf(own)] : []
  const plan = startPlan(cartFacts([line], { records }), countingIds(), new Set([PACKAGES_ROOM]))
  return rentalStage(
    plan,
    rentalsOf(plan, facts.articles, () => false),
    facts,
  )
}

const out = cartLine("a", { productId: "pa", variantId: null, quantity: 2, unitPrice: "0", title: "Tent" })
const native = cartLine("a", { productId: "pa", variantId: "va", unitPrice: "30", title: "Tent" })

describe("single articles that are rented", () => {
  it("are priced for their period, an article of their own, and sent by a line for as many at nothing", () => {
    const delivery = { product_id: "pd", variant_id: "vd" }
    const { plan, refusals } = rented(out, rental({ delivery }), factsOf(true, true, perDay()))
    expect(refusals).toEqual([])
    const [root, sent] = plan.lines
    expect(root?.line).toMatchObject({ unitPrice: "90", quantity: 2, variantId: null, isCustomPrice: true })
    expect(shareOf(root?.identity?.payload)).toMatchObject({ is_article: true, variant_id: "va" })
    expect(sent?.line).toMatchObject({ variantId: "vd", quantity: 2, unitPrice: "0", requiresShipping: true })
    expect(sent?.identity).toMatchObject({ kind: "delivery", parentLineId: "a" })
    expect(shareOf(sent?.identity?.payload)).toMatchObject({ is_article: false })
  })

  it("have a custom price only until Medusa has priced the cart", () => {
    expect(rented(out, rental(), factsOf(false, true, perDay())).plan.lines[0]?.line.isCustomPrice).toBe(false)
  })

  it("without a record cost their minimum; an article with one price is left alone", () => {
    const minimum = factsOf(true, false, perDay({ minimumDuration: 2 }))
    expect(rented(native, null, minimum).plan.lines[0]).toMatchObject({
      ...{ line: { unitPrice: "60" }, identity: { kind: "rental" } },
    })
    expect(rented(native, null, factsOf(true, false, article("va", "30"))).plan.lines[0]).toMatchObject({
      ...{ line: { unitPrice: "30" }, identity: null },
    })
  })

  it.each<[string, CartLine, RentalLine | null, PackageFacts, string]>([
    ["counted in stock, without a period", native, null, factsOf(true, true, perDay()), "period"],
    ["days of it", native, rental({ terms: { ...NO_TERMS, days: 2 } }), factsOf(true, true, perDay()), "period"],
    ["no price", out, rental(), factsOf(true, true, perDay({ price: null })), "currency_code"],
    [
      "what sends it is gone",
      out,
      rental({ delivery: { product_id: "px", variant_id: "vx" } }),
      factsOf(true, true, perDay()),
      "variant_id",
    ],
    ["it is gone", out, rental({ variant_id: "vx" }), factsOf(true, true, perDay()), "variant_id"],
  ])("are refused with a field: %s", (_what, line, own, facts, field) => {
    expect(rented(line, own, facts).refusals).toMatchObject([{ lineId: "a", field }])
  })
})
