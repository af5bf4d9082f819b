import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { article, articlesOf, bookOf, entry, packageWorlds, recipe } from "../../__tests__/packages"
import { multiply, sum } from "../../money"
import { withPricingOfToday } from "../cart/pricing-of-today"
import { expandPackage } from "../expansion/expand-package"
import { nodesOf } from "../expansion/package-node"
import type { Choice } from "../expansion/selection"
import type { Articles } from "../recipes/articles"
import type { RecipeBook } from "../recipes/recipe"
import { pricePackage, totalUnder, type PricedPackage } from "./price-package"

const priced = (
  book: RecipeBook,
  articles: Articles,
  { choices = [], days = null, hours = null }: { choices?: Choice[]; days?: number | null; hours?: number | null } = {},
): PricedPackage =>
  pricePackage(expandPackage(book, { productId: "p0", variantId: "v0", choices }), {
    articles,
    duration: days === null ? null : { days, hours: days * 24 },
    hours,
  })

const totalOf = (one: PricedPackage) => (one.ok ? one.total : one.missing)

describe("the price of a package", () => {
  it("PK1: a quantity counts once", () => {
    const book = bookOf(recipe("p0", "contents_all", [entry("va"), entry("vb", { quantity: 4 })]))
    expect(totalOf(priced(book, articlesOf(article("va", "10.00"), article("vb", "5.00"))))).toBe("30")
  })

  it("PK3: contents count their quantities", () => {
    const book = bookOf(recipe("p0", "contents_all", [entry("va", { quantity: 24 })]))
    expect(totalOf(priced(book, articlesOf(article("va", "120.00"))))).toBe("2880")
  })

  it("a nested package counts by its own pricing, and a hidden one counts nothing in P7", () => {
    const inner = recipe("p1", "flat", [entry("va")])
    const articles = articlesOf(article("v1", "70"), article("va", "50"), article("vb", "10"))
    const outer = (isHidden: boolean) => recipe("p0", "contents_visible", [entry("v1", { isHidden }), entry("vb")])
    expect(totalOf(priced(bookOf(outer(false), inner), articles))).toBe("80")
    expect(totalOf(priced(bookOf(outer(true), inner), articles))).toBe("10")
  })

  it("contents by the day and by the hour scale inside the package (P10)", () => {
    const articles = articlesOf(article("va", "10", { unit: "day" }), article("vb", "7", { unit: "hour" }))
    const book = bookOf(recipe("p0", "contents_all", [entry("va"), entry("vb")], { defaultHours: 4 }))
    expect(totalOf(priced(book, articles, { days: 3 }))).toBe("58")
    expect(totalOf(priced(book, articles, { days: 3, hours: 2 }))).toBe("44")
  })

  it("an accessory has its own price, and a required hidden one is free until it is shown (P16)", () => {
    const accessory = entry("vb", { role: "accessory", isHidden: true })
    const book = bookOf(recipe("p0", "flat", [entry("va"), accessory]))
    const articles = articlesOf(article("v0", "100"), article("va", "50"), article("vb", "9"))
    expect(totalOf(priced(book, articles))).toBe("100")
    expect(totalOf(priced(book, articles, { choices: [{ path: "e_vb", isHidden: false }] }))).toBe("109")
  })

  it("P16: nor is what is in a required hidden accessory charged, nor a percentage that is one", () => {
    const accessory = entry("v1", { role: "accessory", isHidden: true })
    const insurance = entry("vc", { role: "accessory", isHidden: true })
    const inner = recipe("p1", "contents_all", [entry("vb", { quantity: 2 })])
    const book = bookOf(recipe("p0", "flat", [entry("va"), accessory, insurance]), inner)
    const percent = article("vc", "1", { unit: "percent_of_order", percent: "5" })
    const articles = articlesOf(article("v0", "100"), article("va", "50"), article("vb", "9"), percent)
    expect(priced(book, articles)).toMatchObject({ total: "100", hasPercent: false })
    const shown = ["e_v1", "e_vc"].map((path) => ({ path, isHidden: false }))
    expect(priced(book, articles, { choices: shown })).toMatchObject({ total: "118", hasPercent: true })
  })

  it("a percent article in a package is outside its sum (P11)", () => {
    const book = bookOf(recipe("p0", "contents_all", [entry("va"), entry("vb")]))
    const articles = articlesOf(article("va", "50"), article("vb", "1", { unit: "percent_of_order", percent: "5" }))
    expect(priced(book, articles)).toMatchObject({ ok: true, total: "50", hasPercent: true })
  })

  it("P20: sold by the day, flat today: the flat price is not one of each day; nor is nothing a price of what contents price", () => {
    const book = bookOf(recipe("p0", "day", [entry("va")]))
    const articles = articlesOf(article("v0", "500", { packagePricing: "flat" }), article("va", "9"))
    expect(totalOf(priced(withPricingOfToday(book, articles), articles, { days: 3 }))).toBe("500")
    expect(withPricingOfToday(book, articlesOf(article("v0", "500", { packagePricing: "day" })))).toBe(book)
    const ofContents = bookOf(recipe("p0", "contents_all", [entry("va")]))
    const visible = articlesOf(article("v0", "0", { packagePricing: "contents_visible" }), article("va", "9"))
    expect(withPricingOfToday(ofContents, visible)).toBe(ofContents)
    const byContents = article("va", "0", { packagePricing: "contents_all" })
    expect(totalOf(priced(ofContents, articlesOf(byContents)))).toEqual([{ path: "e_va", variantId: "va" }])
  })

  it("names what has no price in the currency, where its price counts", () => {
    const contents = [entry("va"), entry("vb")]
    const articles = articlesOf(article("v0", "5"), article("va", null), article("vb", "1"))
    expect(totalOf(priced(bookOf(recipe("p0", "flat", contents)), articles))).toBe("5")
    expect(priced(bookOf(recipe("p0", "contents_all", contents)), articles)).toEqual({
      ok: false,
      missing: [{ path: "e_va", variantId: "va" }],
    })
  })
})

describe("laws of packages' prices", () => {
  const hideAll = (book: RecipeBook, isHidden: boolean): RecipeBook =>
    Object.fromEntries(
      Object.entries(book).map(([id, one]) => [
        id,
        id === "p0"
          ? { ...one, entries: one.entries.map((it) => (it.role === "content" ? { ...it, isHidden } : it)) }
          : one,
      ]),
    )

  it("hiding contents changes no price of a package priced by all of them (P6)", () => {
    fc.assert(
      fc.property(packageWorlds, fc.integer({ min: 1, max: 9 }), ({ book, articles }, days) => {
        const p0 = book.p0
        fc.pre(p0 !== undefined)
        // Accessories of a hidden nested package hide with it (P16), and are no part of the sum.
        const contents = { ...book, p0: { ...p0, pricing: "contents_all" as const } }
        const noAccessories = Object.fromEntries(
          Object.entries(contents).map(([id, one]) => [
            id,
            { ...one, entries: one.entries.filter(({ role }) => role === "content") },
          ]),
        )
        const of = (isHidden: boolean) => totalOf(priced(hideAll(noAccessories, isHidden), articles, { days }))
        expect(of(true)).toEqual(of(false))
      }),
      LAW,
    )
  })

  it("a package priced by contents, of one visible thing at quantity one, costs that thing", () => {
    fc.assert(
      fc.property(packageWorlds, fc.integer({ min: 1, max: 9 }), ({ book, articles }, days) => {
        // At the top, a package by the hour counts its period; in another one, the hours of the order.
        const hours = days * 24
        const thing = expandPackage(book, { productId: "p1", variantId: "v1", choices: [] })
        const alone = totalOf(pricePackage(thing, { articles, duration: { days, hours }, hours }))
        for (const pricing of ["contents_all", "contents_visible"] as const) {
          const around = { ...book, p0: recipe("p0", pricing, [entry("v1")]) }
          expect(totalOf(priced(around, articles, { days, hours }))).toEqual(alone)
        }
      }),
      LAW,
    )
  })

  it("parts sum to the whole, and nothing is negative", () => {
    fc.assert(
      fc.property(packageWorlds, fc.integer({ min: 1, max: 9 }), ({ book, articles }, days) => {
        const one = priced(book, articles, { days })
        fc.pre(one.ok)
        if (one.ok) {
          expect(sum(one.prices.map(({ node, unitPrice }) => multiply(unitPrice, node.quantity)))).toBe(one.total)
          const [root] = one.prices
          expect(root && totalUnder(one.prices, root.node)).toBe(one.total)
        }
      }),
      LAW,
    )
  })

  it("multiplies quantities down to the last level", () => {
    fc.assert(
      fc.property(packageWorlds, ({ book }) => {
        const root = expandPackage(book, { productId: "p0", variantId: "v0", choices: [] })
        for (const node of nodesOf(root)) {
          for (const child of node.children) {
            expect(child.quantity).toBe(node.quantity * (child.entry?.quantity ?? 0))
            expect(child.isUnseen).toBe(node.isUnseen || child.isHidden)
          }
        }
      }),
      LAW,
    )
  })
})
