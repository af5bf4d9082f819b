import type { StoredOffer } from "../offer-columns"
import { offerOfClone, pricesOfClone } from "./offer-of-clone"

const stored: StoredOffer = {
  offer: {
    id: "boff_1",
    product_id: "prod_1",
    payment_type: "recurring",
    provisioning_type: "panel",
    auto_create_service: true,
    rank: 4,
    hidden: false,
    on_request: false,
    collection_method: "send_invoice",
    trial_days: 14,
    duration_unit: null,
    duration_count: null,
    cycle_limit: 24,
    billing_day: 15,
    billing_month: 4,
    minimum_term_unit: "year",
    minimum_term_count: 1,
    notice_unit: "month",
    notice_count: 3,
    cross_sells: [{ product_id: "prod_2", replaces: true }],
    version: 7,
    changed_in: {},
  },
  cycles: [
    { id: "bcyc_1", variant_id: "variant_1", interval_unit: "month", interval_count: 1, rank: 0, made_variant: true },
    { id: "bcyc_2", variant_id: "variant_2", interval_unit: "year", interval_count: 1, rank: 1, made_variant: false },
  ],
  setupFees: [{ id: "bfee_1", cycle_id: "bcyc_2", currency_code: "eur", amount: "9.90" }],
}

it("B12: a clone has the offer, cycles and cross-sells on its own variants, hidden, without what delivers it", () => {
  const variants = [
    { id: "variant_b", copyOf: "variant_2" },
    { id: "variant_a", copyOf: "variant_1" },
  ]
  expect(offerOfClone(stored, variants)).toEqual({
    payment_type: "recurring",
    hidden: true,
    on_request: false,
    rank: 4,
    collection_method: "send_invoice",
    trial_days: 14,
    duration: null,
    cycle_limit: 24,
    billing_day: { day: 15, month: 4 },
    minimum_term: { unit: "year", count: 1 },
    notice: { unit: "month", count: 3 },
    cross_sells: [{ product_id: "prod_2", replaces: true }],
    cycles: [
      { variant_id: "variant_a", rank: 0, interval: { unit: "month", count: 1 }, setup_fees: [] },
      {
        variant_id: "variant_b",
        rank: 1,
        interval: { unit: "year", count: 1 },
        setup_fees: [{ currency_code: "eur", amount: "9.90" }],
      },
    ],
  })
  expect(offerOfClone(stored, []).cycles).toEqual([])
})

it("B5, B12: its prices are the variant's own, those of regions and quantities among them, and none of a list", () => {
  const price = { amount: "10", currency_code: "eur", price_list_id: null, min_quantity: null, max_quantity: null }
  const of = (attribute: string, operator: string, value: string) => ({ attribute, operator, value })
  const prices = [
    { ...price, price_rules: [] },
    { ...price, amount: "12", price_rules: [of("region_id", "eq", "reg_fr")] },
    {
      ...price,
      amount: "8",
      min_quantity: 10,
      price_rules: [of("item_total", "gte", "5"), of("item_total", "lt", "9")],
    },
    { ...price, amount: "1", price_list_id: "plist_1", price_rules: [] },
  ]
  expect(pricesOfClone(prices)).toEqual([
    { currency_code: "eur", amount: "10" },
    { currency_code: "eur", amount: "12", rules: { region_id: "reg_fr" } },
    {
      ...{ currency_code: "eur", amount: "8", min_quantity: 10 },
      rules: {
        item_total: [
          { operator: "gte", value: 5 },
          { operator: "lt", value: 9 },
        ],
      },
    },
  ])
})
