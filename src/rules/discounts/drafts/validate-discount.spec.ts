import { articleDiscount, rule } from "../../__tests__/discounts"
import { discountWarnings, validateDiscount, type DiscountDraft, type DraftRule } from ".."

const draft = (changes: Partial<DiscountDraft> = {}): DiscountDraft => ({
  ...articleDiscount(),
  usageLimit: null,
  usageLimitPerCustomer: null,
  assignments: [],
  ...changes,
})

const problemsOf = (changes: Partial<DiscountDraft>) =>
  validateDiscount(draft(changes)).map(({ field, reason }) => `${field}: ${reason}`)
const ofRule = (changes: Partial<DraftRule>) => problemsOf({ rules: [{ ...rule(), ...changes }] })
const ofAssignment = (startsOn: string | null, endsOn: string | null) =>
  problemsOf({ assignments: [{ level: "product", targetId: "p", period: { isLimited: true, startsOn, endsOn } }] })

describe("validateDiscount", () => {
  it("D10, D13: takes a discount of every kind", () => {
    expect(problemsOf({})).toEqual([])
    expect(problemsOf({ groups: [] })).toEqual([])
    expect(ofRule({ trigger: "amount", currencyCode: "CHF", min: "10.00", max: null, value: "33.3333" })).toEqual([])
    expect(ofRule({ mode: "fixed", per: "article", currencyCode: "kwd", value: "1.005", min: 2, max: "2" })).toEqual([])
    expect(ofAssignment("2026-03-29", "2026-03-29")).toEqual([])
    expect(problemsOf({ renewals: "cycles", renewalCycles: 3, usageLimit: 1, usageLimitPerCustomer: 1 })).toEqual([])
  })

  it("needs a name, a type that is known, and a rule", () => {
    expect(problemsOf({ name: "  " })).toEqual(["name: must not be empty"])
    expect(problemsOf({ type: "total" })).toEqual(["type: must be one of exclusive, cumulative, non_cumulative"])
    expect(problemsOf({ rules: [] })).toEqual(["rules: a discount needs at least one rule"])
  })

  it("D13: refuses rules of no kind, and bounds that make no sense", () => {
    expect(ofRule({ trigger: "weight" })).toEqual(["rules.0.trigger: must be one of amount, quantity"])
    expect(ofRule({ mode: "half" })).toEqual(["rules.0.mode: must be one of percent, fixed"])
    expect(ofRule({ per: "order" })).toEqual(["rules.0.per: must be one of unit, article"])
    expect(ofRule({ min: "10", max: "9" })).toEqual(["rules.0.max: must not be below the minimum"])
    expect(ofRule({ trigger: "amount", currencyCode: "eur", min: "1", max: "0.99" })).toEqual([
      "rules.0.max: must not be below the minimum",
    ])
    for (const min of ["1.5", 1.5, "-1", "1e3", "", "many", NaN]) {
      expect(ofRule({ min })).toEqual(["rules.0.min: must be a whole number of units, 0 or more"])
    }
    expect(ofRule({ trigger: "amount", currencyCode: "eur", min: "-1" })).toEqual(["rules.0.min: must not be negative"])
    expect(ofRule({ trigger: "amount", currencyCode: "eur", max: "1.001" })).toEqual([
      "rules.0.max: takes at most 2 decimals in EUR",
    ])
  })

  it("refuses invalid percentages", () => {
    expect(ofRule({ value: "101" })).toEqual(["rules.0.value: must not be more than 100"])
    expect(ofRule({ value: "100.0001" })).toEqual(["rules.0.value: must not be more than 100"])
    expect(ofRule({ value: "-1" })).toEqual(["rules.0.value: must not be negative"])
    expect(ofRule({ value: "1.00001" })).toEqual(["rules.0.value: takes at most 4 decimals"])
    expect(ofRule({ value: "ten" })).toEqual(["rules.0.value: must be a decimal number such as 12.5"])
    expect(ofRule({ value: "100.00" })).toEqual([])
    expect(ofRule({ value: 0 })).toEqual([])
  })

  it("D14: an amount of money needs its currency, and no more digits than that has", () => {
    expect(ofRule({ mode: "fixed" })).toEqual(["rules.0.currency_code: a fixed value needs a currency"])
    expect(ofRule({ trigger: "amount" })).toEqual(["rules.0.currency_code: an amount as trigger needs a currency"])
    expect(ofRule({ mode: "fixed", currencyCode: "xxx" })).toEqual([
      'rules.0.currency_code: "xxx" is not a known currency',
    ])
    expect(ofRule({ mode: "fixed", currencyCode: "jpy", value: "10.5" })).toEqual([
      "rules.0.value: takes no decimals in JPY",
    ])
    expect(ofRule({ mode: "fixed", currencyCode: "eur", value: "-5" })).toEqual(["rules.0.value: must not be negative"])
  })

  it("D12: refuses an end before its start, days that are none, and the same target twice", () => {
    expect(ofAssignment("2026-06-02", "2026-06-01")).toEqual([
      "assignments.0.ends_on: must not be before the first day",
    ])
    expect(ofAssignment("2026-02-30", null)).toEqual(["assignments.0.starts_on: is not a date such as 2026-03-01"])
    const one = { level: "product", targetId: "p", period: { isLimited: false, startsOn: null, endsOn: null } }
    expect(problemsOf({ assignments: [one, one] })).toEqual(["assignments.1.target_id: is in the list already"])
    expect(problemsOf({ assignments: [{ ...one, level: "tag" }] })).toEqual([
      "assignments.0.level: must be one of variant, product, collection, category, all",
    ])
    expect(problemsOf({ assignments: [{ ...one, targetId: "" }] })).toEqual([
      "assignments.0.target_id: must not be empty",
    ])
  })

  it("D16: refuses groups that the store does not have; everyone is one", () => {
    expect(problemsOf({ groups: ["everyone", "g"], knownGroups: ["g"] })).toEqual([])
    expect(problemsOf({ groups: ["everyone", "x"], knownGroups: ["g"] })).toEqual([
      'groups.1: "x" is not a customer group',
    ])
    expect(problemsOf({ groups: ["g", "g"] })).toEqual(["groups.1: is in the list already"])
  })

  it("B28, D24: refuses cycles without their number, and limits that count nothing", () => {
    const reason = "renewal_cycles: must say on how many billing cycles: a whole number from 1"
    expect([null, 0, 1.5, -1].map((renewalCycles) => problemsOf({ renewals: "cycles", renewalCycles }))).toEqual([
      [reason],
      [reason],
      [reason],
      [reason],
    ])
    expect(problemsOf({ renewals: "never" })).toEqual(["renewals: must be one of first_only, cycles, forever"])
    expect(problemsOf({ usageLimit: 0, usageLimitPerCustomer: 2.5 })).toEqual([
      "usage_limit: must be a whole number from 1, or left open",
      "usage_limit_per_customer: must be a whole number from 1, or left open",
    ])
  })
})

describe("discountWarnings", () => {
  const warn = (...rules: Partial<DraftRule>[]) =>
    discountWarnings({ rules: rules.map((one) => ({ ...rule(), ...one })) }).map(
      ({ field, reason }) => `${field}: ${reason}`,
    )

  it("D13: warns of rules that overlap: the first one wins", () => {
    expect(warn({ min: "1", max: "10" }, { min: "10", max: null })).toEqual([
      "rules.1.min: overlaps rule 1, which is tried first",
    ])
    expect(warn({ min: "1", max: "9" }, { min: "10" })).toEqual([])
  })

  it("D2: warns of gaps, in units and in amounts, each currency by itself", () => {
    expect(warn({ min: "5", max: "9" }, { min: "11" })).toEqual(["rules: nothing is given for 10"])
    const amount = { trigger: "amount", currencyCode: "eur" }
    expect(warn({ ...amount, max: "249.00" }, { ...amount, min: "250" })).toEqual([
      "rules: nothing is given for EUR 249.01 to 249.99",
    ])
    expect(warn({ ...amount, max: "249.00" }, { ...amount, min: "250", currencyCode: "chf" })).toEqual([])
    expect(warn({ ...amount, max: "249" }, { min: "250" })).toEqual([])
  })

  it("a rule for every currency is tried with those of each", () => {
    const chf = { min: "3", max: "4", currencyCode: "chf" }
    expect(warn({ min: "1", max: "1" }, chf)).toEqual(["rules: nothing is given for CHF 2"])
    expect(warn({ min: "1", max: "3" }, chf)).toEqual(["rules.1.min: overlaps rule 1, which is tried first"])
  })
})
