import { orderDiscount } from "../../__tests__/discounts"
import {
  findGaps,
  orderDiscountWarnings,
  validateOrderDiscount,
  validateSettings,
  type DraftRange,
  type OrderDiscountDraft,
  type SettingsDraft,
} from ".."
import { discountSettings } from "../../__tests__/discounts"

const range = (min: unknown, max: unknown, changes: Partial<DraftRange> = {}): DraftRange => ({
  currencyCode: "eur",
  min,
  max,
  percent: "5",
  ...changes,
})

const draft = (changes: Partial<OrderDiscountDraft>): OrderDiscountDraft => ({
  ...orderDiscount(),
  usageLimit: null,
  usageLimitPerCustomer: null,
  ...changes,
})
const problemsOf = (...ranges: DraftRange[]) =>
  validateOrderDiscount(draft({ ranges })).map(({ field, reason }) => `${field}: ${reason}`)

describe("validateOrderDiscount", () => {
  it("D1, D2: takes ranges with open ends, per currency, in any order", () => {
    expect(
      problemsOf(range("250.00", null), range(null, "249.99"), range(null, null, { currencyCode: "CHF" })),
    ).toEqual([])
  })

  it("D2: refuses ranges that overlap, at one value or at many; a currency is compared whatever its case", () => {
    expect(problemsOf(range(null, "250.00"), range("250", null))).toEqual(["ranges.1.min: overlaps range 1"])
    expect(problemsOf(range("1", "5"), range("6", "9"), range("4", "7", { currencyCode: "EUR" }))).toEqual([
      "ranges.2.min: overlaps range 1",
    ])
    expect(problemsOf(range(null, null), range(null, null))).toEqual(["ranges.1.min: overlaps range 1"])
  })

  it("refuses a minimum above its maximum, amounts that cannot be written, percentages that are none", () => {
    expect(problemsOf(range("10", "9.99"))).toEqual(["ranges.0.max: must not be below the minimum"])
    expect(problemsOf(range("-1", null))).toEqual(["ranges.0.min: must not be negative"])
    expect(problemsOf(range("1.001", null))).toEqual(["ranges.0.min: takes at most 2 decimals in EUR"])
    expect(problemsOf(range("1", null, { percent: "101" }))).toEqual(["ranges.0.percent: must not be more than 100"])
    expect(problemsOf(range("1", null, { currencyCode: "zzz" }))).toEqual([
      'ranges.0.currency_code: "zzz" is not a known currency',
    ])
    expect(problemsOf()).toEqual(["ranges: an order discount needs at least one range"])
  })

  it("D4: has a period and groups as an article discount has", () => {
    const period = { isLimited: true, startsOn: "2026-06-02", endsOn: "2026-06-01" }
    const problems = validateOrderDiscount(draft({ period, groups: ["x"], knownGroups: [], name: "" }))
    expect(problems.map(({ field }) => field)).toEqual(["name", "groups.0", "ends_on"])
  })
})

describe("findGaps", () => {
  it("D2: 249.00, then 250.00, leaves 249.01 to 249.99", () => {
    expect(findGaps([range("0", "249.00"), range("250.00", null)], "chf", "amount")).toEqual([
      { from: "249.01", to: "249.99" },
    ])
    expect(orderDiscountWarnings({ ranges: [range("250", null), range("0", "249")] })).toEqual([
      { field: "ranges", reason: "nothing is given for EUR 249.01 to 249.99" },
    ])
  })

  it("knows the minor unit of each currency, and that units are whole", () => {
    const bounds = [range("0", "9"), range("10", "19"), range("22", null)]
    expect(findGaps(bounds, "jpy", "amount")).toEqual([{ from: "20", to: "21" }])
    expect(findGaps(bounds, "eur", "quantity")).toEqual([{ from: "20", to: "21" }])
    expect(findGaps(bounds, "kwd", "amount")).toEqual([
      { from: "9.001", to: "9.999" },
      { from: "19.001", to: "21.999" },
    ])
  })

  it("sees none where ranges meet, overlap or are open, nor outside of all of them", () => {
    expect(findGaps([range("10", "19.99"), range("20", "30")], "eur", "amount")).toEqual([])
    expect(findGaps([range("0", "100"), range("10", "20"), range("50", null)], "eur", "amount")).toEqual([])
    expect(findGaps([range(null, null), range("10", "20")], "eur", "amount")).toEqual([])
    expect(findGaps([range("5", "6"), range(null, "1")], "eur", "amount")).toEqual([{ from: "1.01", to: "4.99" }])
    expect(findGaps([], "eur", "amount")).toEqual([])
  })
})

describe("validateSettings", () => {
  const fieldsOf = (changes: Partial<SettingsDraft>) =>
    validateSettings({ ...discountSettings(), ...changes }).map(({ field, reason }) => `${field}: ${reason}`)

  it("D18, D24, D25: takes the settings as they are, and percentages from 0 to 100", () => {
    expect(fieldsOf({})).toEqual([])
    expect(fieldsOf({ maxDiscountPercent: "100", minMarginPercent: "99.99" })).toEqual([])
  })

  it("refuses invalid settings", () => {
    expect(fieldsOf({ maxDiscountPercent: "100.01" })).toEqual(["max_discount_percent: must not be more than 100"])
    expect(fieldsOf({ minMarginPercent: "-1" })).toEqual(["min_margin_percent: must not be negative"])
    expect(fieldsOf({ minMarginPercent: 100 })).toEqual([
      "min_margin_percent: must be less than 100: no price leaves all of itself above a cost",
    ])
    expect(fieldsOf({ orderDiscountBase: "cost" })).toEqual(["order_discount_base: must be one of price, remaining"])
    expect(fieldsOf({ personalScope: "world" })).toEqual(["personal_scope: must be one of quick_order, store"])
  })
})
