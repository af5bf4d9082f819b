import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { article, articlesOf, bookOf, entry, packageWorlds, recipe } from "../../__tests__/packages"
import { multiply, sum } from "../../money"
import { expandPackage } from "../expansion/expand-package"
import { pricePackage } from "../pricing/price-package"
import type { Articles } from "../recipes/articles"
import type { RecipeBook } from "../recipes/recipe"
import { recipeChanges } from "./recipe-changes"
import { allEntries, visibleEntries } from "./visible-entries"
import { visiblePrices } from "./visible-prices"

const pricesOf = (book: RecipeBook, articles: Articles) => {
  const priced = pricePackage(expandPackage(book, { productId: "p0", variantId: "v0", choices: [] }), {
    articles,
    duration: null,
    hours: null,
  })
  return priced.ok ? priced.prices : []
}

describe("the entries that a storefront shows", () => {
  it("P22: all but hidden ones, to the last level, chosen or not; what is in the price of a package around is told", () => {
    const inner = recipe("p1", "contents_all", [entry("va"), entry("vb", { isHidden: true })])
    const outer = recipe("p0", "flat", [
      entry("v1"),
      entry("vc", { isHidden: true }),
      entry("vd", { isOptional: true }),
      entry("ve", { role: "accessory" }),
    ])
    const shown = allEntries(visibleEntries(bookOf(outer, inner), "p0"))
    expect(shown.map(({ path, isIncluded }) => [path, isIncluded])).toEqual([
      ["e_v1", true],
      ["e_v1/e_va", true],
      ["e_vd", true],
      ["e_ve", false],
    ])
  })

  it("a package is not shown in itself", () => {
    const book = bookOf(recipe("p0", "flat", [entry("v1")]), recipe("p1", "flat", [entry("v0")]))
    expect(allEntries(visibleEntries(book, "p0")).map(({ path }) => path)).toEqual(["e_v1", "e_v1/e_v0"])
  })
})

describe("the prices that a customer sees", () => {
  it("P13: hidden contents stand on the package's line; an accessory that is not nested is there once", () => {
    const book = bookOf(
      recipe("p0", "contents_all", [
        entry("va", { quantity: 2 }),
        entry("vb", { quantity: 3, isHidden: true }),
        entry("vc", { role: "accessory", isNested: false, quantity: 2 }),
      ]),
    )
    const articles = articlesOf(article("va", "10"), article("vb", "5"), article("vc", "1"))
    const shown = visiblePrices(pricesOf(book, articles), 4)
    expect(shown.map(({ node, unitPrice, quantity, total }) => [node.path, unitPrice, quantity, total])).toEqual([
      ["", "15", 4, "60"],
      ["e_va", "10", 8, "80"],
      ["e_vc", "1", 2, "2"],
    ])
  })

  it("law: they add up to the price, and nothing hidden is among them", () => {
    fc.assert(
      fc.property(packageWorlds, fc.integer({ min: 1, max: 9 }), ({ book, articles }, quantity) => {
        const prices = pricesOf(book, articles).filter(({ node }) => node.entry?.isNested !== false)
        const shown = visiblePrices(prices, quantity)
        const all = sum(prices.map(({ node, unitPrice }) => multiply(unitPrice, node.quantity * quantity)))
        expect(sum(shown.map(({ total }) => total))).toBe(all)
        expect(shown.some(({ node }) => node.isUnseen)).toBe(false)
      }),
      LAW,
    )
  })
})

describe("what a refresh of the recipe would change", () => {
  const articles = articlesOf(article("va", "10"), article("vb", "5"), article("vc", "1"), article("vd", "2"))
  const linesOf = (...entries: ReturnType<typeof entry>[]) =>
    visiblePrices(pricesOf(bookOf(recipe("p0", "contents_all", entries)), articles), 1)

  it("P20: names what comes, goes and changes, by the entry, else by its variant", () => {
    const before = linesOf(entry("va"), entry("vb"), entry("vc"))
    const after = linesOf(entry("va", { quantity: 2 }), entry("vc", { id: "e_new" }), entry("vd"))
    const changes = recipeChanges(before, after)
    expect(changes.added.map(({ node }) => node.variantId)).toEqual(["vd"])
    expect(changes.removed.map(({ node }) => node.variantId)).toEqual(["vb"])
    expect(changes.changed.map((one) => [one.before.quantity, one.after.quantity])).toEqual([[1, 2]])
  })

  it("law: a recipe that is as it was changes nothing", () => {
    fc.assert(
      fc.property(packageWorlds, (world) => {
        const lines = visiblePrices(pricesOf(world.book, world.articles), 1)
        expect(recipeChanges(lines, lines)).toEqual({ added: [], removed: [], changed: [] })
      }),
      LAW,
    )
  })
})
