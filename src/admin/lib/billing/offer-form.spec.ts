import type { OfferAnswer } from "../../../contracts/billing/offers"
import { saveOfferSchema } from "../../../contracts/billing/offers"
import { calculate } from "./calculate"
import { figuresOf } from "./cycle-figures"
import { offerProblemField } from "./offer-problem-field"
import { emptyCycle, toOfferForm, toSaveOffer } from "./offer-form"

const offer: OfferAnswer = {
  id: "boff_1",
  product_id: "prod_1",
  payment_type: "recurring",
  provisioning_type: null,
  auto_create_service: true,
  rank: 2,
  version: 3,
  hidden: true,
  on_request: false,
  collection_method: "send_invoice",
  trial_days: 14,
  duration: null,
  cycle_limit: 12,
  billing_day: { day: 15, month: 4 },
  minimum_term: { unit: "year", count: 1 },
  notice: { unit: "month", count: 3 },
  cross_sells: [{ product_id: "prod_2", replaces: true }],
  cycles: [
    {
      id: "bcyc_1",
      variant_id: "variant_1",
      made_variant: true,
      rank: 0,
      interval: { unit: "month", count: 1 },
      prices: [
        { currency_code: "eur", amount: "30.00" },
        { currency_code: "jpy", amount: "4000" },
      ],
      setup_fees: [{ currency_code: "eur", amount: "15.00" }],
      enabled: { eur: true, jpy: true },
      savings: { eur: null, jpy: null },
    },
    {
      id: "bcyc_2",
      variant_id: "variant_2",
      made_variant: true,
      rank: 1,
      interval: { unit: "month", count: 18 },
      prices: [],
      setup_fees: [],
      enabled: {},
      savings: {},
    },
  ],
}

describe("the offer's form", () => {
  it("B5: saving what was not touched changes nothing", () => {
    const saved = toSaveOffer(toOfferForm(offer))
    expect(saveOfferSchema.parse(saved)).toEqual({
      payment_type: "recurring",
      provisioning_type: null,
      auto_create_service: true,
      rank: 2,
      hidden: true,
      on_request: false,
      collection_method: "send_invoice",
      trial_days: 14,
      duration: null,
      cycle_limit: 12,
      billing_day: { day: 15, month: 4 },
      minimum_term: { unit: "year", count: 1 },
      notice: { unit: "month", count: 3 },
      cross_sells: [{ product_id: "prod_2", replaces: true }],
      cycles: offer.cycles.map(({ id, rank, interval, prices, setup_fees }) => ({
        id,
        rank,
        interval,
        prices,
        setup_fees,
      })),
    })
  })

  it("B3: sends of a free offer neither cycles, prices, fees nor a trial that were entered before", () => {
    const form = { ...toOfferForm(offer), payment_type: "free" as const, has_duration: true }
    expect(toSaveOffer(form)).toMatchObject({
      payment_type: "free",
      trial_days: null,
      ...{ cycle_limit: null, billing_day: null, minimum_term: null, notice: null },
      collection_method: null,
      duration: { unit: "day", count: 30 },
      cycles: [{ variant_id: "variant_1", interval: null, prices: [], setup_fees: [] }],
    })
  })

  it("starts a product's first offer as a monthly cycle on its only variant", () => {
    expect(toSaveOffer(toOfferForm(null, { onlyVariantId: "variant_9" })).cycles).toEqual([
      { variant_id: "variant_9", rank: 0, interval: { unit: "month", count: 1 }, prices: [], setup_fees: [] },
    ])
  })
})

describe("what is sent of an offer that there is", () => {
  const base = toOfferForm(offer, { collectionId: "pcol_1" })

  it("is nothing but the payment type where nothing was touched", () => {
    expect(toSaveOffer(base, base)).toEqual({ payment_type: "recurring" })
  })

  it("is the prices of the cycle that was touched, and not those of another", () => {
    const cycles = base.cycles.map((cycle, index) =>
      index === 0 ? { ...cycle, prices: { ...cycle.prices, eur: "33" } } : cycle,
    )
    expect(toSaveOffer({ ...base, cycles }, base)).toEqual({
      payment_type: "recurring",
      cycles: [
        {
          id: "bcyc_1",
          rank: 0,
          interval: { unit: "month", count: 1 },
          prices: [
            { currency_code: "eur", amount: "33" },
            { currency_code: "jpy", amount: "4000" },
          ],
        },
        { id: "bcyc_2", rank: 1, interval: { unit: "month", count: 18 } },
      ],
    })
  })

  it("B2: is another group, or a new one by its title", () => {
    expect(toSaveOffer({ ...base, collection_id: "pcol_2" }, base).collection).toEqual({ id: "pcol_2" })
    expect(toSaveOffer({ ...base, new_collection: " Servers " }, base).collection).toEqual({ title: "Servers" })
  })
})

describe("a refusal of the server", () => {
  it("stands at the field of the form that it is about", () => {
    const body = toSaveOffer(toOfferForm(offer))
    const field = (name: string, of = body) => offerProblemField(name, of)
    expect(field("cycles.0.prices.1.amount")).toBe("cycles.0.prices.jpy")
    expect(field("cycles.1.interval")).toBe("cycles.1.count")
    expect(field("collection.id")).toBe("collection_id")
    expect(field("trial_days")).toBe("trial_days")
    const once = { ...body, payment_type: "lifetime" as const }
    expect(field("cycles.0.setup_fees.0.amount", once)).toBe("once.setup_fees.eur")
  })
})

describe("the calculator", () => {
  const cycles = [emptyCycle("weekly"), emptyCycle("monthly"), { ...emptyCycle("annual"), percent_off: "10" }]

  it("B9: fills every cycle from the monthly price, as the server does", () => {
    expect(calculate("30", cycles, "eur")).toEqual(["6.92", "30.00", "324.00"])
    expect(calculate("4000", cycles, "jpy")).toEqual(["923", "4000", "43200"])
  })

  it.each([["0"], ["-3"], ["12.345"], ["a lot"]])("gives nothing for a monthly price of %s", (monthly) => {
    expect(calculate(monthly, cycles, "eur")).toBeNull()
  })

  it("gives nothing for a percentage over 100 or an interval of zero", () => {
    expect(calculate("30", [{ ...emptyCycle("annual"), percent_off: "101" }], "eur")).toBeNull()
    expect(calculate("30", [{ ...emptyCycle("annual"), preset: "custom", count: "0" }], "eur")).toBeNull()
  })
})

describe("what a cycle's figures mean", () => {
  const priced = (preset: "monthly" | "annual", price: string) => ({ ...emptyCycle(preset), prices: { eur: price } })

  it("B6: an empty or zero price disables it in that currency only, and says why", () => {
    const cycles = [priced("monthly", "0")]
    expect(figuresOf(priced("monthly", "0"), cycles, "eur")).toEqual({ kind: "disabled", reason: "zero" })
    expect(figuresOf(priced("monthly", "30"), cycles, "chf")).toEqual({ kind: "disabled", reason: "no_price" })
    expect(figuresOf(priced("monthly", "3.001"), cycles, "eur")).toEqual({
      kind: "disabled",
      reason: "not_an_amount",
    })
  })

  it("B8: shows what a longer cycle saves against the monthly price", () => {
    const cycles = [priced("monthly", "30"), priced("annual", "324")]
    expect(figuresOf(priced("annual", "324"), cycles, "eur")).toEqual({
      kind: "enabled",
      saving: { amount: "36.00", percent: "10" },
    })
  })
})
