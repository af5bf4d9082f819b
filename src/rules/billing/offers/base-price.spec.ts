import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { allBasePrices, basePriceAt, basePriceScope, plainBasePrices, type PriceColumns } from "./base-price"
import { isCycleEnabled } from "./is-cycle-enabled"

const price = (amount: string, over: Partial<PriceColumns> = {}): PriceColumns => ({
  amount,
  currency_code: "eur",
  price_list_id: null,
  min_quantity: null,
  max_quantity: null,
  price_rules: [],
  ...over,
})
const region = (value: string, operator = "eq") => [{ attribute: "region_id", operator, value }]
const ofRegion = (amount: string, id: string) => price(amount, { price_rules: region(id) })
const at = (prices: PriceColumns[], regionId: string | null = null, currencyCode = "eur") =>
  basePriceAt(prices, { currencyCode, regionId })

describe("basePriceAt", () => {
  it("B6: is the region's own price, else the currency's", () => {
    const prices = [price("9"), ofRegion("8", "reg_fr"), price("10", { currency_code: "usd" })]
    expect(at(prices)).toBe("9")
    expect(at(prices, "reg_fr")).toBe("8")
    expect(at(prices, "reg_de")).toBe("9")
    expect(at(prices, null, "USD")).toBe("10")
    expect(at(prices, null, "gbp")).toBeNull()
  })

  it("B6: zero in one currency or region disables there alone", () => {
    const prices = [price("9"), price("0", { currency_code: "usd" }), ofRegion("0", "reg_fr")]
    const isEnabled = (regionId: string | null, currency: string) =>
      isCycleEnabled("recurring", at(prices, regionId, currency))
    expect([isEnabled(null, "eur"), isEnabled(null, "usd"), isEnabled("reg_fr", "eur")]).toEqual([true, false, false])
  })

  it.each<[string, Partial<PriceColumns>]>([
    ["a sale", { price_list_id: "plist_1" }],
    ["a range of quantities", { min_quantity: 10 }],
    ["a range of quantities", { max_quantity: 9 }],
    [
      "a group of customers",
      { price_rules: [{ attribute: "customer.groups.id", operator: "eq", value: "cusgroup_1" }] },
    ],
    ["two conditions", { price_rules: [...region("reg_fr"), ...region("reg_fr")] }],
    ["any region but one", { price_rules: region("reg_fr", "ne") }],
  ])("B6: a price of %s is no base price, at no place", (_, over) => {
    expect(basePriceScope(price("1", over))).toBeNull()
    expect(at([price("1", over)], "reg_fr")).toBeNull()
    expect(allBasePrices([price("1", over)])).toEqual([])
  })

  it("a place without a region has no region's price", () => {
    expect(at([ofRegion("8", "reg_fr")])).toBeNull()
    expect(plainBasePrices([ofRegion("8", "reg_fr"), price("9")]).map(({ amount }) => amount)).toEqual(["9"])
  })

  it("law: what is a base price at any place is among the base prices of anywhere, and the other way round", () => {
    const rules = fc.constantFrom<PriceColumns["price_rules"]>(
      [],
      region("reg_fr"),
      region("reg_de"),
      region("reg_fr", "gt"),
      [...region("reg_fr"), ...region("reg_de")],
      [{ attribute: "customer.groups.id", operator: "eq", value: "reg_fr" }],
    )
    const prices = fc.array(
      fc
        .record({ list: fc.boolean(), from: fc.constantFrom(null, 1), rules })
        .map(({ list, from, rules: price_rules }) => ({
          price_list_id: list ? "plist_1" : null,
          min_quantity: from,
          price_rules,
        })),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(prices, (list) => {
        const all = list.map((over, index) => price(String(index + 1), over))
        const anywhere = allBasePrices(all)
        const seen = [null, "reg_fr", "reg_de"].flatMap((id) => at(all, id) ?? [])
        expect(seen.every((amount) => anywhere.some((one) => one.amount === amount))).toBe(true)
        expect(seen.length > 0).toBe(anywhere.length > 0)
      }),
      LAW,
    )
  })
})
