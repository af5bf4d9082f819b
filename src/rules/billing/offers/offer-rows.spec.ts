import type { StoredOffer } from "./offer-columns"
import { offerRows } from "./offer-rows"
import { planBasePrices } from "./plan-base-prices"
import type { OfferPlan, PlannedCycle } from "./plan-offer-types"
import { wantedOffer, type OfferRequest } from "./wanted-offer"

const month = { unit: "month" as const, count: 1 }
const request = (changes: Partial<OfferRequest> = {}): OfferRequest => ({
  payment_type: "recurring",
  cycles: [{ interval: month }],
  ...changes,
})
const planned = (changes: Partial<PlannedCycle> = {}): PlannedCycle => ({
  stored: null,
  variantId: null,
  newVariant: null,
  interval: month,
  prices: null,
  setupFees: null,
  ...changes,
})
const plan = (...cycles: PlannedCycle[]): OfferPlan => ({ cycles, removed: [], option: null, names: null })
const newIds = () => {
  let given = 0
  return (prefix: string) => `${prefix}_${(given += 1)}`
}
const stored: StoredOffer = offerRows(
  { product_id: "prod_1", offer: request({ trial_days: 14, hidden: true }) },
  {
    plan: plan(planned({ setupFees: [{ currencyCode: "eur", amount: "5.00" }] })),
    stored: null,
    madeVariantIds: ["variant_1"],
    newId: newIds(),
  },
)
const storedCycle = { id: "bcyc_1", variantId: "variant_1", interval: month, madeVariant: true, running: 0 }

describe("offerRows", () => {
  it("B1: a new offer gets ids, and the variant that was made for its cycle", () => {
    expect(stored).toMatchObject({
      offer: { product_id: "prod_1", trial_days: 14, hidden: true, auto_create_service: true, rank: 0 },
      cycles: [{ variant_id: "variant_1", made_variant: true, interval_unit: "month", rank: 0 }],
      setupFees: [{ cycle_id: "bcyc_1", currency_code: "eur", amount: "5.00" }],
    })
  })

  it("law: saving what is stored changes nothing", () => {
    const kept = planned({
      stored: storedCycle,
      variantId: "variant_1",
      setupFees: [{ currencyCode: "eur", amount: "5.00" }],
    })
    const again = { plan: plan(kept), stored, madeVariantIds: [], newId: newIds() }
    expect(offerRows({ product_id: "prod_1", offer: request() }, again)).toEqual(stored)
  })

  it("what is left out stays; a trial of zero days is none; fees that are not named stay", () => {
    const kept = planned({ stored: storedCycle, variantId: "variant_1" })
    const offer = request({ trial_days: 0, rank: 4 })
    const saved = offerRows(
      { product_id: "prod_1", offer },
      { plan: plan(kept), stored, madeVariantIds: [], newId: newIds() },
    )
    expect(saved.offer).toMatchObject({ trial_days: null, rank: 4, hidden: true })
    expect(saved.setupFees).toEqual(stored.setupFees)
  })

  it("a cycle that moves to the merchant's own variant is no longer one that was made", () => {
    const moved = planned({ stored: storedCycle, variantId: "variant_own" })
    const saved = offerRows(
      { product_id: "prod_1", offer: request() },
      { plan: plan(moved), stored, madeVariantIds: [], newId: newIds() },
    )
    expect(saved.cycles).toMatchObject([{ id: "bcyc_1", variant_id: "variant_own", made_variant: false }])
  })
})

describe("wantedOffer", () => {
  it("B4: what is left out is checked as it is stored", () => {
    expect(wantedOffer("prod_1", request(), stored.offer)).toMatchObject({ trialDays: 14, duration: null })
    expect(wantedOffer("prod_1", request({ trial_days: null }), stored.offer).trialDays).toBeNull()
    expect(wantedOffer("prod_1", request(), null)).toMatchObject({ trialDays: null, collectionMethod: null })
  })

  it("prices that are left out stay as they are: there is no list", () => {
    const cycles = [{ interval: month, prices: [{ currency_code: "eur", amount: "9" }] }]
    expect(wantedOffer("prod_1", request({ cycles }), null).cycles).toEqual([
      { id: null, variantId: null, interval: month, prices: [{ currencyCode: "eur", amount: "9" }], setupFees: null },
    ])
  })
})

describe("planBasePrices", () => {
  const old = [
    { id: "price_eur", currencyCode: "eur", amount: "9.0" },
    { id: "price_usd", currencyCode: "usd", amount: "10" },
  ]

  it("touches only what differs: equal amounts stay, and what is not named goes", () => {
    const wanted = [
      { currencyCode: "eur", amount: "9.00" },
      { currencyCode: "chf", amount: "8.00" },
    ]
    expect(planBasePrices(wanted, old)).toEqual({
      write: [{ currencyCode: "chf", amount: "8.00" }],
      remove: ["price_usd"],
    })
  })

  it("law: writing the list that is there does nothing", () => {
    expect(planBasePrices(old, old)).toEqual({ write: [], remove: [] })
  })
})
