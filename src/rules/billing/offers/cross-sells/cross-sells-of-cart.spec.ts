import fc from "fast-check"
import { crossSellsOfCart, type SoldLine } from "./cross-sells-of-cart"

const line = (productId: string, quantity = 1): SoldLine => ({ id: `cali_${productId}`, productId, quantity })

describe("B15: what is sold with a cart", () => {
  it("each product once, in the order of the lines; one that replaces says which line and how many units", () => {
    const named = new Map([
      [
        "small",
        [
          { productId: "large", replaces: true },
          { productId: "backup", replaces: false },
        ],
      ],
      [
        "mail",
        [
          { productId: "backup", replaces: false },
          { productId: "domain", replaces: false },
        ],
      ],
    ])
    expect(crossSellsOfCart({ lines: [line("small", 3), line("mail")], named })).toEqual([
      { productId: "large", withProductId: "small", replaces: { lineId: "cali_small", quantity: 3 } },
      { productId: "backup", withProductId: "small", replaces: null },
      { productId: "domain", withProductId: "mail", replaces: null },
    ])
  })

  it("law: nothing that is in the cart, and nothing twice", () => {
    const id: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c", "d", "e")
    const named = fc.dictionary(id, fc.array(fc.record({ productId: id, replaces: fc.boolean() })))
    fc.assert(
      fc.property(fc.array(id), named, (products, names) => {
        const lines = products.map((product) => line(product))
        const found = crossSellsOfCart({ lines, named: new Map(Object.entries(names)) }).map(
          ({ productId }) => productId,
        )
        expect(new Set(found).size).toBe(found.length)
        expect(found.filter((product) => products.includes(product))).toEqual([])
      }),
    )
  })
})
