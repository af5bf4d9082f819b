import fc from "fast-check"
import { article, articlesOf, bookOf, entry, packageWorlds, recipe } from "../../__tests__/packages"
import { compare, multiply, sum } from "../../money"
import { expandPackage } from "../expansion/expand-package"
import { breakdownRows } from "./breakdown-rows"
import { pricePackage } from "./price-package"

const DAYS = { days: 3, hours: 72 }

describe("P21: the breakdown of a package", () => {
  it("law: its lines sum to the whole, and those in a package to that package", () => {
    fc.assert(
      fc.property(packageWorlds, fc.integer({ min: 1, max: 9 }), ({ book, articles }, quantity) => {
        const root = expandPackage(book, { productId: "p0", variantId: "v0", choices: [] })
        const priced = pricePackage(root, { articles, duration: DAYS, hours: null })
        if (!priced.ok) {
          return
        }
        const rows = breakdownRows(priced.prices, quantity)
        const total = sum(rows.map(({ subtotal }) => subtotal))
        expect(compare(rows[0]?.total ?? "-1", total)).toBe(0)
        expect(compare(total, multiply(priced.total, quantity))).toBe(0)
        for (const row of rows) {
          const inside = rows.filter(({ node }) => node === row.node || node.path.startsWith(`${row.node.path}/`))
          const own = row.node.path === "" ? rows : inside
          expect(compare(row.total, sum(own.map(({ subtotal }) => subtotal)))).toBe(0)
        }
      }),
    )
  })

  it("counts an accessory that is not nested once per order, with all that is in it", () => {
    const book = bookOf(
      recipe("p0", "contents_all", [
        entry("va", { quantity: 2 }),
        entry("v1", { role: "accessory", isNested: false, quantity: 3 }),
      ]),
      recipe("p1", "contents_all", [entry("vb")]),
    )
    const articles = articlesOf(article("va", "10"), article("vb", "1"), article("v0", "0"), article("v1", "0"))
    const priced = pricePackage(expandPackage(book, { productId: "p0", variantId: "v0", choices: [] }), {
      articles,
      duration: null,
      hours: null,
    })
    const rows = priced.ok ? breakdownRows(priced.prices, 5) : []
    expect(rows.map(({ depth, pieces, subtotal, total }) => [depth, pieces, subtotal, total])).toEqual([
      [0, 5, "0", "103"],
      [1, 10, "100", "100"],
      [1, 3, "0", "3"],
      [2, 3, "3", "3"],
    ])
  })
})
