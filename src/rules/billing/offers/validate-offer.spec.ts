import type { DraftCycle, OfferDraft } from "./offer-draft"
import { validateOffer } from "./validate-offer"

const monthly: DraftCycle = {
  interval: { unit: "month", count: 1 },
  prices: [
    { currencyCode: "eur", amount: "10.00" },
    { currencyCode: "jpy", amount: 1500 },
  ],
  setupFees: [{ currencyCode: "eur", amount: "5.00" }],
}

const offer = (changes: Partial<OfferDraft> = {}): OfferDraft => ({
  productId: "prod_1",
  paymentType: "recurring",
  trialDays: null,
  duration: null,
  collectionMethod: null,
  crossSells: [],
  cycles: [monthly],
  ...changes,
})

const once: DraftCycle = { interval: null, prices: [{ currencyCode: "eur", amount: "99" }], setupFees: [] }
const problemsOf = (changes: Partial<OfferDraft>) =>
  validateOffer(offer(changes)).map(({ field, reason }) => `${field}: ${reason}`)

describe("validateOffer", () => {
  it("takes the three kinds of offer", () => {
    expect(problemsOf({ trialDays: 14 })).toEqual([])
    expect(problemsOf({ paymentType: "lifetime", cycles: [once] })).toEqual([])
    expect(problemsOf({ paymentType: "free", cycles: [], duration: { unit: "month", count: 3 } })).toEqual([])
  })

  it("B5a, B5b, B23: cycles, billing day, minimum term and notice are of recurring offers, and within bounds", () => {
    const terms = { minimumTerm: { unit: "year", count: 1 }, notice: { unit: "month", count: 1 } } as const
    expect(problemsOf({ cycleLimit: 12, billingDay: { day: 31 }, ...terms })).toEqual([])
    expect(problemsOf({ paymentType: "lifetime", cycles: [once], cycleLimit: 3, ...terms })).toEqual([
      "cycle_limit: is for recurring offers only",
      "minimum_term: is for recurring offers only",
      "notice: is for recurring offers only",
    ])
    const weekly = { ...monthly, interval: { unit: "week" as const, count: 2 } }
    expect(problemsOf({ cycleLimit: 1.5, billingDay: { day: 32, month: 13 }, cycles: [weekly] })).toEqual([
      "cycle_limit: must be a whole number from 0 to 1200",
      "billing_day.day: must be a day from 1 to 31",
      "billing_day.month: must be a month from 1 to 12",
      "cycles.0.interval: with a billing day, a cycle is of months or years",
    ])
    expect(problemsOf({ notice: { unit: "month", count: 0 } })).toHaveLength(1)
  })

  it("B3: a free offer has no price, no set-up fee, no trial and no interval", () => {
    expect(problemsOf({ paymentType: "free", trialDays: 7 })).toEqual([
      "trial_days: a trial is for recurring offers only",
      "cycles.0.interval: a free offer is never renewed: it has no interval",
      "cycles.0.prices.0.amount: a free offer has no price",
      "cycles.0.prices.1.amount: a free offer has no price",
      "cycles.0.setup_fees.0.amount: a free offer has no set-up fee",
    ])
    const zero = { interval: null, prices: [{ currencyCode: "eur", amount: 0 }], setupFees: [] }
    expect(problemsOf({ paymentType: "free", cycles: [zero] })).toEqual([])
  })

  it("B4: a lifetime offer has a fee if it likes, but no interval, duration or trial", () => {
    expect(problemsOf({ paymentType: "lifetime", duration: { unit: "year", count: 1 }, trialDays: 1 })).toEqual([
      "trial_days: a trial is for recurring offers only",
      "duration: a duration is for free offers only",
      "cycles.0.interval: a lifetime offer is never renewed: it has no interval",
    ])
    expect(problemsOf({ paymentType: "lifetime", cycles: [{ ...once, setupFees: monthly.setupFees }] })).toEqual([])
  })

  it("B5: a recurring offer needs a cycle, each with an interval of its own length", () => {
    expect(problemsOf({ cycles: [] })).toEqual(["cycles: a recurring offer needs at least one"])
    expect(problemsOf({ cycles: [once] })).toEqual(["cycles.0.interval: a recurring offer's cycle needs an interval"])
    const everyYear = { ...monthly, interval: { unit: "year" as const, count: 1 } }
    const everyTwelveMonths = { ...monthly, interval: { unit: "month" as const, count: 12 } }
    expect(problemsOf({ cycles: [everyYear, monthly, everyTwelveMonths] })).toEqual([
      "cycles.2.interval: is the length of another cycle already",
    ])
    const shared = [everyYear, monthly].map((cycle) => ({ ...cycle, variantId: "variant_1" }))
    expect(problemsOf({ cycles: shared })).toEqual(["cycles.1.variant_id: is another cycle's variant already"])
  })

  it("refuses an interval of zero or of a thousand years", () => {
    const every = (count: number) => ({ ...monthly, interval: { unit: "year" as const, count } })
    expect(problemsOf({ cycles: [every(0)] })).toEqual(["cycles.0.interval: must be a whole number of at least 1"])
    expect(problemsOf({ cycles: [every(1000)] })).toEqual([
      "cycles.0.interval: must not be longer than 100 years (100 years)",
    ])
    expect(problemsOf({ paymentType: "free", cycles: [], duration: { unit: "day", count: -1 } })).toEqual([
      "duration: must be a whole number of at least 1",
    ])
  })

  it("names each wrong amount: unknown currency, negative, too fine, listed twice", () => {
    const prices = [
      { currencyCode: "xxx", amount: "1" },
      { currencyCode: "usd", amount: "-1" },
      { currencyCode: "jpy", amount: "1.5" },
      { currencyCode: "eur", amount: "1.50" },
      { currencyCode: "EUR", amount: "2" },
      { currencyCode: "chf", amount: "free" },
    ]
    expect(problemsOf({ cycles: [{ ...monthly, prices }] })).toEqual([
      'cycles.0.prices.0.amount: "xxx" is not a known currency',
      "cycles.0.prices.1.amount: must not be negative",
      "cycles.0.prices.2.amount: takes no decimals in JPY",
      "cycles.0.prices.4.currency_code: EUR is in the list already",
      "cycles.0.prices.5.amount: must be a decimal number such as 12.30",
    ])
  })

  it("B14: trial days are a whole number that somebody may live to see", () => {
    for (const trialDays of [-1, 1.5, 3_651, Number.NaN]) {
      expect(problemsOf({ trialDays })).toEqual(["trial_days: must be a whole number from 0 to 3650"])
    }
    expect(problemsOf({ paymentType: "lifetime", cycles: [once], trialDays: 0 })).toEqual([])
  })

  it("B1: provisioning by an active provider, cross-sells without itself and without doubles", () => {
    expect(problemsOf({ provisioningType: "ghost", provisioningTypes: ["demo"] })).toEqual([
      'provisioning_type: "ghost" is not an active provider',
    ])
    expect(problemsOf({ provisioningType: "demo", provisioningTypes: ["demo"] })).toEqual([])
    const crossSells = ["prod_2", "prod_1", "prod_2"].map((productId) => ({ productId, replaces: false }))
    expect(problemsOf({ crossSells })).toEqual([
      "cross_sells.1.product_id: a product cannot be cross-sold with itself",
      "cross_sells.2.product_id: is in the list already",
    ])
  })
})
