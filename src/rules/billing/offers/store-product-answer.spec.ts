import { disabledEverywhere, disabledVariants } from "./disabled-variants"
import { offerAnswer } from "./offer-answer"
import type { StoredOffer } from "./offer-columns"
import { offerTerms } from "./offer-terms"
import { storeProductAnswer, type StoreProduct } from "./store-product-answer"

const cycle = (id: string, count: number) => ({
  id: `bcyc_${id}`,
  variant_id: `variant_${id}`,
  interval_unit: "month" as const,
  interval_count: count,
  rank: 0,
  made_variant: false,
})
const stored: StoredOffer = {
  offer: {
    id: "boff_1",
    product_id: "prod_1",
    payment_type: "recurring",
    provisioning_type: null,
    auto_create_service: true,
    rank: 3,
    hidden: false,
    on_request: false,
    collection_method: null,
    trial_days: null,
    duration_unit: null,
    duration_count: null,
    cycle_limit: null,
    billing_day: null,
    billing_month: null,
    minimum_term_unit: null,
    minimum_term_count: null,
    notice_unit: null,
    notice_count: null,
    cross_sells: [],
    version: 1,
    changed_in: {},
  },
  cycles: [cycle("month", 1), cycle("year", 12), cycle("free", 3)],
  setupFees: [{ id: "bfee_1", cycle_id: "bcyc_month", currency_code: "eur", amount: "5" }],
}
const BASE: Record<string, string> = { variant_month: "10", variant_year: "100", variant_free: "0" }
const terms = offerTerms(stored, { currencyCode: "eur", basePriceOf: (id) => BASE[id] ?? null })
const price = (value: string) => ({
  raw_calculated_amount: { value },
  raw_original_amount: null,
  currency_code: "eur",
  is_calculated_price_tax_inclusive: false,
})
const product: StoreProduct = {
  id: "prod_1",
  title: "Hosting",
  subtitle: null,
  description: null,
  handle: "hosting",
  thumbnail: null,
  collection: null,
  variants: [
    { id: "variant_month", title: "Monthly", calculated_price: price("9") },
    { id: "variant_year", title: "Yearly", calculated_price: price("90") },
    { id: "variant_free", title: "Quarterly", calculated_price: price("0") },
  ],
}

describe("storeProductAnswer", () => {
  const { cycles, offer } = storeProductAnswer(product, terms, { currencyCode: "eur", rank: 3 })

  it("B6: shows the cycles that can be bought, and no others", () => {
    expect(cycles.map(({ title, rank }) => [title, rank])).toEqual([
      ["Monthly", 0],
      ["Yearly", 1],
    ])
    expect(offer).toMatchObject({ id: "boff_1", rank: 3 })
  })

  it("B7, B8: with this visitor's prices, the set-up fee, and what a longer cycle saves against the monthly one", () => {
    expect(cycles[0]).toMatchObject({
      price: { amount: "9.00", original_amount: "9.00" },
      setup_fee: { currency_code: "eur", amount: "5.00" },
      saving: null,
    })
    expect(cycles[1]).toMatchObject({ setup_fee: null, saving: { amount: "18.00", percent: "16.7" } })
  })

  it("a variant without a price is shown without one", () => {
    const bare = { ...product, variants: product.variants.map(({ calculated_price: _price, ...one }) => one) }
    expect(storeProductAnswer(bare, terms, { currencyCode: "eur", rank: 0 }).cycles[0]).toMatchObject({
      price: null,
      saving: null,
    })
  })
})

describe("offerAnswer", () => {
  it("B6, B8: says per currency what is enabled and what is saved", () => {
    const { cycles, duration } = offerAnswer(stored, (id) => [{ currencyCode: "eur", amount: BASE[id] ?? "0" }])
    expect(duration).toBeNull()
    expect(cycles.map(({ enabled }) => enabled.eur)).toEqual([true, true, false])
    expect(cycles[1]?.savings).toEqual({ eur: { amount: "20.00", percent: "16.7" } })
    expect(cycles[0]).toMatchObject({ prices: [{ currency_code: "eur", amount: "10.00" }], savings: { eur: null } })
  })
})

describe("disabledVariants", () => {
  it("B6: what is disabled here may be bought elsewhere", () => {
    expect(disabledVariants(terms)).toEqual(["variant_free"])
    expect(disabledEverywhere(stored, (id) => [{ amount: BASE[id] ?? "0" }])).toEqual(["variant_free"])
    expect(disabledEverywhere(stored, () => [{ amount: "0" }, { amount: "1" }])).toEqual([])
    expect(disabledEverywhere(stored, () => [])).toHaveLength(3)
  })

  it("B6: a free offer is a payment type, not a zero price", () => {
    const free = { ...stored, offer: { ...stored.offer, payment_type: "free" as const } }
    expect(disabledEverywhere(free, () => [])).toEqual([])
    expect(disabledVariants(offerTerms(free, { currencyCode: "eur", basePriceOf: () => null }))).toEqual([])
  })
})
