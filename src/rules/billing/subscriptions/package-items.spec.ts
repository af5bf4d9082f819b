import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { contentItem, packageItem, packagesOfContents } from "../../__tests__/subscriptions"
import { multiply, subtract, sum, type Decimal } from "../../money"
import { itemsInOrder } from "./items-in-order"
import { shareUnits } from "./share-units"
import { splitItems } from "./split-items"
import { visibleItems } from "./visible-items"

type Priced = { unit_price: Decimal; quantity: number }
const totalOf = (items: readonly Priced[]): Decimal =>
  sum(items.map(({ unit_price, quantity }) => multiply(unit_price, quantity)))
const isClose = (one: Decimal, other: Decimal) => Math.abs(Number(subtract(one, other))) < 1e-9

describe("the items of a package (B27)", () => {
  it("stand under their package, in the recipe's order", () => {
    const other = packageItem({ id: "bsi_A", kind: "product", title: "Domain" })
    const items = [contentItem("b", { position: 1 }), other, packageItem(), contentItem("a")]
    expect(itemsInOrder(items).map(({ title }) => title)).toEqual(["Domain", "Hosting pack", "a", "b"])
  })

  it("P13: a customer sees no hidden one; its money is in the package's price", () => {
    const items = [
      packageItem({ quantity: 2, unit_price: "3" }),
      contentItem("shown", { quantity: 2 }),
      contentItem("secret", { quantity: 4, unit_price: "2.50", is_hidden: true }),
    ]
    expect(visibleItems(items).map(({ title, unit_price }) => [title, Number(unit_price)])).toEqual([
      ["Hosting pack", 8],
      ["shown", 10],
    ])
  })

  it("law: hiding changes nothing of what the items come to", () => {
    fc.assert(
      fc.property(packagesOfContents, (items) => {
        const shown = visibleItems(items)
        expect(shown.every(({ is_hidden }) => !is_hidden)).toBe(true)
        expect(isClose(totalOf(shown), totalOf(items))).toBe(true)
      }),
      LAW,
    )
  })

  it("B20: units are split off with what is in them", () => {
    const items = [packageItem({ quantity: 3 }), contentItem("a", { quantity: 6 }), contentItem("odd", { quantity: 1 })]
    const [root = packageItem()] = items
    const split = splitItems(items, root, { keep: 2, move: 1 })
    expect(split.map(({ item, keep, move }) => [item.title, keep, move])).toEqual([
      ["Hosting pack", 2, 1],
      ["a", 4, 2],
      ["odd", 1, 0],
    ])
  })

  it("law: split and summed, it is the whole: units and money", () => {
    fc.assert(
      fc.property(packagesOfContents, fc.integer({ min: 1, max: 4 }), (items, wanted) => {
        const root = items.find(({ parent_id }) => parent_id === null) ?? packageItem()
        const move = Math.min(wanted, root.quantity)
        const split = splitItems(items, root, { keep: root.quantity - move, move })
        expect(split).toHaveLength(items.length)
        expect(split.every(({ item, keep, move: moved }) => keep + moved === item.quantity)).toBe(true)
        const side = (of: "keep" | "move") => totalOf(split.map((one) => ({ ...one.item, quantity: one[of] })))
        expect(isClose(sum([side("keep"), side("move")]), totalOf(items))).toBe(true)
      }),
      LAW,
    )
  })

  it("law: shares of pieces make the whole, and none is more than one from its proportion", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), weights, (quantity, given) => {
        const shares = shareUnits(quantity, given)
        expect(shares.reduce((all, one) => all + one, 0)).toBe(quantity)
        const all = given.reduce((a, b) => a + b, 0)
        given.forEach((weight, index) =>
          expect(all === 0 || Math.abs((shares[index] ?? 0) - (quantity * weight) / all) < 1).toBe(true),
        )
      }),
      LAW,
    )
  })
})
