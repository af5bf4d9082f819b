import fc from "fast-check"
import { compare, multiply, subtract, sum } from "../../money"
import { discountsOnRenewal, type RenewalLine } from "./discounts-on-renewal"
import { recurringDiscounts, splitRecurring, type RecurringDiscount } from "./recurring-discount"
import type { DiscountedLine, GrantedDiscount, LineDiscount } from "../types"

const percent = (value: string, more: Partial<GrantedDiscount> = {}): GrantedDiscount => ({
  source: "article",
  discountId: `disc_${value}`,
  name: `${value} % off`,
  mode: "percent",
  value,
  per: "unit",
  renewals: "forever",
  renewalCycles: null,
  ...more,
})

const renew = (
  granted: RenewalLine["granted"],
  more: Partial<RenewalLine> & { cycle?: number; base?: "remaining" } = {},
) => {
  const { cycle = 1, base, ...line } = more
  return discountsOnRenewal({
    lines: [{ id: "a", unitPrice: "100", quantity: 1, granted, articleKey: "a", ...line }],
    cycle,
    currencyCode: "eur",
    orderDiscountBase: base ?? "price",
  })[0]
}

const amountAt = (cycle: number, terms: Partial<GrantedDiscount>) => renew([percent("10", terms)], { cycle })?.amount

describe("discountsOnRenewal (B28)", () => {
  test("B28: the first time only: on the first cycle alone", () => {
    expect([0, 1, 2].map((cycle) => amountAt(cycle, { renewals: "first_only" }))).toEqual(["10.00", "0", "0"])
  })

  test("B28: for n cycles, the first order's counted as one", () => {
    const terms = { renewals: "cycles", renewalCycles: 3 } as const
    expect([0, 1, 2, 3, 4].map((cycle) => amountAt(cycle, terms))).toEqual(["10.00", "10.00", "10.00", "0", "0"])
  })

  test("B28: forever", () => {
    expect([0, 1, 99].map((cycle) => amountAt(cycle, {}))).toEqual(["10.00", "10.00", "10.00"])
  })

  test("a line's sum is rounded once: three times 5 % of 0.50 is 0.08, 19.90 at 15 % is 2.99", () => {
    expect(renew([percent("5")], { unitPrice: "0.50", quantity: 3 })?.amount).toBe("0.08")
    expect(renew([percent("15")], { unitPrice: "19.90" })?.amount).toBe("2.99")
  })

  test("lines of one article are rounded as one", () => {
    const line = { unitPrice: "0.50", granted: [percent("5")], articleKey: "same" }
    const evaluation = { cycle: 1, currencyCode: "eur", orderDiscountBase: "price" } as const
    const split = discountsOnRenewal({
      ...evaluation,
      lines: [
        { id: "a", quantity: 1, ...line },
        { id: "b", quantity: 2, ...line },
      ],
    })
    expect(split.map(({ id, amount }) => [id, amount])).toEqual([
      ["a", "0.03"],
      ["b", "0.05"],
    ])
  })

  test("D18, D25: personal first, then article and order on what it leaves: 67.50", () => {
    const granted = [
      percent("10", { source: "personal", discountId: null }),
      percent("20"),
      percent("5", { source: "order" }),
    ]
    const renewed = renew(granted)
    expect(renewed?.amount).toBe("32.50")
    expect(renewed?.discounts.map(({ amount }) => amount)).toEqual(["10.00", "18.00", "4.50"])
    expect(renew(granted, { base: "remaining" })?.amount).toBe("31.60")
  })

  test("a fixed value is taken of each unit, or once; never more than the price", () => {
    const off = (per: "unit" | "article") => percent("4", { mode: "fixed", per })
    expect(renew([off("unit")], { unitPrice: "10", quantity: 3 })?.amount).toBe("12.00")
    expect(renew([off("article")], { unitPrice: "10", quantity: 3 })?.amount).toBe("4.00")
    expect(renew([percent("99", { mode: "fixed" })], { unitPrice: "10" })?.amount).toBe("10.00")
  })

  const granted = fc
    .record({
      source: fc.constantFrom("personal", "article", "order"),
      mode: fc.constantFrom("percent", "fixed"),
      per: fc.constantFrom("unit", "article"),
      value: fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2)),
    } as const)
    .map(({ value, ...more }) => percent(value, more))

  test("never negative, never above the price, and the sum of its components", () => {
    const unitPrice = fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 100).toFixed(2))
    const quantity = fc.integer({ min: 1, max: 50 })
    fc.assert(
      fc.property(fc.array(granted, { maxLength: 5 }), unitPrice, quantity, (list, unitPrice, quantity) => {
        const one = renew(list, { unitPrice, quantity })
        const left = subtract(multiply(unitPrice, quantity), one?.amount ?? "-1")
        expect(compare(left, "0")).toBeGreaterThanOrEqual(0)
        expect(compare(one?.amount ?? "-1", "0")).toBeGreaterThanOrEqual(0)
        expect(compare(sum((one?.discounts ?? []).map(({ amount }) => amount)), one?.amount ?? "-1")).toBe(0)
      }),
    )
  })
})

describe("recurringDiscounts (B28)", () => {
  const applied = (amount: string, more: Partial<GrantedDiscount> = {}): LineDiscount => ({
    ...percent("10", more),
    amount,
  })
  const line = (discounts: LineDiscount[], more: Partial<DiscountedLine> = {}): DiscountedLine => ({
    id: "a",
    price: "100",
    amount: sum(discounts.map(({ amount }) => amount)),
    discounts,
    trace: [],
    cappedBy: null,
    ...more,
  })
  const names = (recurring: RecurringDiscount[]) => recurring.map(({ renewals }) => renewals)

  test("a discount for the first cycle only is recurring on a trial alone, whose first cycle is billed by a renewal", () => {
    const sold = line([applied("10"), applied("5", { renewals: "first_only" })])
    expect(names(recurringDiscounts(sold, { orderDiscountBase: "price", isOnTrial: false }))).toEqual(["forever"])
    expect(names(recurringDiscounts(sold, { orderDiscountBase: "price", isOnTrial: true }))).toEqual([
      "forever",
      "first_only",
    ])
  })

  test("an amount that counts once for the article is stored as the line's share, and shared when units are split off", () => {
    const recurring = recurringDiscounts(line([applied("3.34", { mode: "fixed", per: "article", value: "10" })]), {
      orderDiscountBase: "price",
      isOnTrial: false,
    })
    expect(recurring.map(({ value }) => value)).toEqual(["3.34"])
    const { keep, move } = splitRecurring(recurring, { keep: 2, move: 1 }, "eur")
    expect([keep, move].map((side) => side.map(({ value }) => value))).toEqual([["2.23"], ["1.11"]])
  })

  test("D24: a cap of the first order caps its renewals, too, in proportion", () => {
    const sold = line([applied("15"), applied("15")], { cappedBy: "max_discount" })
    const recurring = recurringDiscounts(sold, { orderDiscountBase: "price", isOnTrial: false })
    const wide = recurring.map((one) => ({ ...one, value: "40" }))
    expect(renew(wide)?.amount).toBe("30.00")
    expect(renew(wide, { unitPrice: "50", quantity: 3 })?.amount).toBe("45.00")
  })
})
