import fc from "fast-check"
import { compare, sum } from "../../money"
import { couponTerms, inOrder, takenByCoupon, type CouponedLine, type CouponFacts } from "./coupon-terms"
import { cyclesLeft, keptAtChange } from "./cycles-left"
import { discountsOnRenewal } from "./discounts-on-renewal"
import { splitRecurring } from "./recurring-discount"

const coupon = (more: Partial<CouponFacts> = {}): CouponFacts => ({
  ...{ promotionId: "promo_1", code: "SPRING", renewals: "cycles", renewalCycles: 3 },
  ...{ type: "percentage", value: "20", allocation: "across", maxQuantity: null, isTaxInclusive: false },
  isTargeted: false,
  ...more,
})
const line = (more: Partial<CouponedLine> = {}): CouponedLine => ({
  ...{ quantity: 2, isTaxInclusive: false, taxRate: "19", taken: "4" },
  ...more,
})
const takes = (terms: ReturnType<typeof couponTerms>) => terms && [terms.mode, terms.value, terms.per]

describe("couponTerms (B28)", () => {
  test("a percentage goes on as one, an amount of each unit as that, any other as this line's share", () => {
    expect(takes(couponTerms(coupon(), line()))).toEqual(["percent", "20", "unit"])
    expect(takes(couponTerms(coupon({ type: "fixed", value: "5", allocation: "each" }), line()))).toEqual([
      ...["fixed", "5", "unit"],
    ])
    expect(takes(couponTerms(coupon({ type: "fixed", value: "5" }), line()))).toEqual(["fixed", "4", "article"])
    expect(takes(couponTerms(coupon({ allocation: "each", maxQuantity: 1 }), line()))).toEqual([
      ...["fixed", "4", "article"],
    ])
  })

  test("goes in Medusa's order: the greatest number first", () => {
    const coupons = [coupon({ code: "B", value: "5" }), coupon({ code: "C" }), coupon({ code: "A", value: "5.0" })]
    expect(inOrder(coupons).map(({ code }) => code)).toEqual(["C", "A", "B"])
  })

  test("is taxed as the line's price is", () => {
    const five = coupon({ type: "fixed", value: "5", allocation: "each" })
    expect(takes(couponTerms(five, line({ isTaxInclusive: true })))).toEqual(["fixed", "5.95", "unit"])
    const taken = [{ promotionId: "promo_1", amount: "11.9", isTaxInclusive: true }]
    expect(takenByCoupon(taken, "promo_1", line())).toBe("10")
    expect(takenByCoupon(taken, "promo_2", line())).toBeNull()
  })

  test("for the first time only: of a trial alone, whose first bill is of the first cycle", () => {
    expect(couponTerms(coupon({ renewals: "first_only" }), line())).toBeNull()
    expect(takes(couponTerms(coupon({ renewals: "first_only" }), line({ taken: null })))).toEqual([
      ...["percent", "20", "unit"],
    ])
    expect(couponTerms(coupon({ isTargeted: true }), line({ taken: null }))).toBeNull()
    expect(couponTerms(coupon({ type: "fixed", value: "5" }), line({ taken: null }))).toBeNull()
  })

  test("works on what the store's own discounts leave, one code after the other (D19)", () => {
    const own = { source: "article", discountId: "d", name: "Ten", mode: "percent", value: "10", per: "unit" } as const
    const capped = {
      ...own,
      renewals: "forever",
      renewalCycles: null,
      cappedAt: { amount: "5", price: "100" },
    } as const
    const codes = [coupon(), coupon({ type: "fixed", value: "6", allocation: "each", renewals: "forever" })].flatMap(
      (one) => couponTerms(one, line({ quantity: 1 })) ?? [],
    )
    const on = (cycle: number) =>
      discountsOnRenewal({
        lines: [{ id: "a", unitPrice: "100", quantity: 1, granted: [capped, ...codes], articleKey: "a" }],
        ...{ cycle, currencyCode: "eur", orderDiscountBase: "price" },
      })[0]
    expect(on(2)?.discounts.map(({ amount }) => amount)).toEqual(["5.00", "19.00", "6.00"])
    expect(on(2)?.amount).toBe("30.00")
    expect(on(3)?.discounts.map(({ amount }) => amount)).toEqual(["5.00", "6.00"])
  })

  test("never takes more than there is, and the parts sum to the whole", () => {
    const terms = fc
      .record({
        type: fc.constantFrom("percentage" as const, "fixed" as const),
        value: fc.integer({ min: 1, max: 100 }),
      })
      .map(({ type, value }) => coupon({ type, value: String(value), allocation: "each", renewals: "forever" }))
    const prices = fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2))
    const quantities = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(fc.array(terms, { maxLength: 4 }), prices, quantities, (coupons, unitPrice, quantity) => {
        const granted = coupons.flatMap((one) => couponTerms(one, line({ quantity })) ?? [])
        const [renewed] = discountsOnRenewal({
          lines: [{ id: "a", unitPrice, quantity, granted, articleKey: "a" }],
          ...{ cycle: 1, currencyCode: "eur", orderDiscountBase: "price" },
        })
        const amount = renewed?.amount ?? "-1"
        expect(compare(amount, "0")).toBeGreaterThanOrEqual(0)
        expect(compare(amount, String(Number(unitPrice) * quantity + 0.001))).toBeLessThanOrEqual(0)
        expect(compare(sum((renewed?.discounts ?? []).map((one) => one.amount)), amount)).toBe(0)
      }),
    )
  })

  test("a share of an amount is shared again when units are split off", () => {
    const shared = couponTerms(coupon({ type: "fixed", value: "9" }), line({ quantity: 3, taken: "9" }))
    const { keep, move } = splitRecurring(shared ? [shared] : [], { keep: 2, move: 1 }, "eur")
    expect([keep[0]?.value, move[0]?.value]).toEqual(["6.00", "3.00"])
    expect(move[0]?.promotionId).toBe("promo_1")
  })
})

describe("what is left of a discount (B28)", () => {
  test("bills from the next cycle on", () => {
    const three = { renewals: "cycles", renewalCycles: 3 } as const
    expect([0, 1, 2, 3, 9].map((next) => cyclesLeft(three, next))).toEqual([3, 2, 1, 0, 0])
    expect(cyclesLeft({ renewals: "forever", renewalCycles: null }, 9)).toBeNull()
    expect([0, 1].map((next) => cyclesLeft({ renewals: "first_only", renewalCycles: null }, next))).toEqual([1, 0])
  })

  test("at a change: nothing for another product; a code for some cycles ends with its cycle", () => {
    const code = { promotionId: "promo_1", renewals: "cycles" } as const
    const always = { promotionId: "promo_2", renewals: "forever" } as const
    const own = { renewals: "cycles" } as const
    const kept = (isSameProduct: boolean, isSameInterval: boolean) =>
      keptAtChange([code, always, own], { isSameProduct, isSameInterval })
    expect(kept(true, true)).toEqual([code, always, own])
    expect(kept(true, false)).toEqual([always, own])
    expect(kept(false, true)).toEqual([])
  })
})
