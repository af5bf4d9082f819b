import fc from "fast-check"
import { checkServiceStock, freeServices, servicesAsked, shortageReason, type SoldLine } from "./check-service-stock"

const line = (productId: string | null, quantity: number, variantId: string | null = "variant_1"): SoldLine => ({
  productId,
  variantId,
  quantity,
})

describe("the stock of services (S9)", () => {
  it("is asked for by all lines of a product together; fees are no units", () => {
    const lines = [line("vps", 2), line("vps", 1), line("vps", 3, null), line("mug", 1), line(null, 4)]
    expect([...servicesAsked(lines)]).toEqual([
      ["vps", 3],
      ["mug", 1],
    ])
  })

  it.each([
    [1, 10, 9, []],
    [2, 10, 9, [{ productId: "vps", asked: 2, free: 1 }]],
    [1, 10, 10, [{ productId: "vps", asked: 1, free: 0 }]],
    [1, 5, 10, [{ productId: "vps", asked: 1, free: 0 }]],
    [0, 0, 0, []],
  ])("%i asked of %i, %i taken: %j", (asked, stock, taken, short) => {
    expect(checkServiceStock(new Map([["vps", asked]]), [{ productId: "vps", stock, taken }])).toEqual(short)
  })

  it("a product without a stock is never short", () => {
    expect(checkServiceStock(new Map([["vps", 1_000_000]]), [])).toEqual([])
  })

  it("what is left is never negative, and whatever is not short fits in", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (asked, stock, taken) => {
        const free = freeServices({ stock, taken })
        const short = checkServiceStock(new Map([["vps", asked]]), [{ productId: "vps", stock, taken }])
        expect(free).toBeGreaterThanOrEqual(0)
        expect(short.length === 0).toBe(asked === 0 || taken + asked <= stock)
      }),
    )
  })

  it("says what is short, by name", () => {
    expect(shortageReason("Hosting", { asked: 2, free: 0 })).toBe('"Hosting" is sold out')
    expect(shortageReason("Hosting", { asked: 2, free: 1 })).toBe('Of "Hosting" 2 are asked, and 1 are left')
  })
})
