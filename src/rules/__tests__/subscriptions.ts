import fc from "fast-check"
import { addDays, type CivilDate } from "../calendar"
import type { BilledSubscription, RenewalSettings, SubscriptionFacts } from "../billing"
import { BILLABLE_STATUSES } from "../billing"
import { amounts, dates, intervals } from "./arbitraries"

export const subscription = (changes: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  id: "bsub_1",
  status: "active",
  paymentType: "recurring",
  anchorOn: "2026-01-31",
  anchorCycle: 0,
  interval: { unit: "month", count: 1 },
  nextCycle: 1,
  nextDueOn: "2026-02-28",
  expiresOn: null,
  cancelOn: null,
  collectionMethod: "charge_automatically",
  hasPaymentMethod: true,
  ...changes,
})

const maybeLater = fc.option(fc.integer({ min: -30, max: 900 }), { nil: null })

/** Subscriptions in every state that a run may find, some with an end in sight or behind them. */
export const subscriptions: fc.Arbitrary<SubscriptionFacts> = fc
  .record({
    status: fc.oneof(
      { arbitrary: fc.constantFrom(...BILLABLE_STATUSES), weight: 4 },
      {
        arbitrary: fc.constantFrom("suspended" as const, "paused" as const, "canceled" as const, "expired" as const),
        weight: 1,
      },
    ),
    paymentType: fc.oneof(
      { arbitrary: fc.constant("recurring" as const), weight: 5 },
      { arbitrary: fc.constant("free" as const), weight: 1 },
    ),
    anchorOn: dates,
    interval: intervals,
    nextCycle: fc.integer({ min: 0, max: 30 }),
    cancelIn: maybeLater,
    expiresIn: maybeLater,
    collectionMethod: fc.constantFrom("charge_automatically" as const, "send_invoice" as const),
  })
  .map(({ cancelIn, expiresIn, ...facts }) =>
    subscription({
      ...facts,
      cancelOn: cancelIn === null ? null : addDays(facts.anchorOn, cancelIn),
      expiresOn: expiresIn === null ? null : addDays(facts.anchorOn, expiresIn),
    }),
  )

export const settings: fc.Arbitrary<Omit<RenewalSettings, "asOf">> = fc.record({
  catchUp: fc.constantFrom("each" as const, "current" as const),
  catchUpLimit: fc.integer({ min: 1, max: 12 }),
  invoiceDaysBefore: fc.constantFrom(0, 1, 7, 40),
})

/** A subscription as it is stored, with one item: ten a month, sold on the last of January. */
export const billedSubscription = (changes: Partial<StoredSubscription> = {}): StoredSubscription => ({
  id: "bsub_A",
  order_id: "order_A",
  status: "active",
  payment_type: "recurring",
  interval_unit: "month",
  interval_count: 1,
  anchor_on: "2026-01-31",
  anchor_cycle: 0,
  next_cycle: 1,
  period_start: "2026-01-31",
  period_end: "2026-02-28",
  next_due_on: "2026-02-28",
  trial_end_on: null,
  expires_on: null,
  cancel_on: null,
  collection_method: "charge_automatically",
  payment_method: { method: "pm_1" },
  customer_id: "cus_1",
  email: "ada@example.com",
  region_id: "reg_1",
  sales_channel_id: "sc_1",
  currency_code: "eur",
  locale: null,
  shipping_address: { id: "ordaddr_1", city: "Paris", created_at: "2026-01-31" },
  billing_address: null,
  items: [
    {
      id: "bsi_A",
      kind: "product",
      parent_id: null,
      is_hidden: false,
      is_listed: true,
      position: 0,
      line_record_id: null,
      quantity: 2,
      product_id: "prod_1",
      variant_id: "variant_1",
      title: "Hosting",
      unit_price: "10.00",
      is_tax_inclusive: false,
      snapshot: { variant_title: "Monthly", requires_shipping: false, custom: "not repeated" },
      discounts: [],
    },
  ],
  ...changes,
})

export type StoredSubscription = BilledSubscription & { order_id: string; trial_end_on: CivilDate | null }

type StoredItem = BilledSubscription["items"][number]

/** The item of a package that is priced by its contents; its record says what was sold. */
export const packageItem = (changes: Partial<StoredItem> = {}): StoredItem => ({
  id: "bsi_P",
  kind: "package",
  parent_id: null,
  is_hidden: false,
  is_listed: true,
  position: 0,
  line_record_id: "slin_P",
  quantity: 1,
  product_id: "prod_P",
  variant_id: "variant_P",
  title: "Hosting pack",
  unit_price: "0",
  is_tax_inclusive: false,
  snapshot: { variant_title: "Monthly", requires_shipping: false },
  discounts: [],
  ...changes,
})

/** A content of that package. */
export const contentItem = (name: string, changes: Partial<StoredItem> = {}): StoredItem => ({
  ...packageItem(),
  id: `bsi_${name}`,
  kind: "content",
  parent_id: "bsi_P",
  line_record_id: `slin_${name}`,
  product_id: `prod_${name}`,
  variant_id: `variant_${name}`,
  title: name,
  snapshot: { requires_shipping: false },
  unit_price: "10.00",
  ...changes,
})

/** Packages of up to six contents, in any order, some of them hidden, listed or not. */
export const packagesOfContents: fc.Arbitrary<StoredItem[]> = fc
  .record({
    units: fc.integer({ min: 1, max: 5 }),
    own: amounts({ min: 0, max: 10_000, digits: 2 }),
    isListed: fc.boolean(),
    contents: fc.array(
      fc.record({
        unit_price: amounts({ min: 0, max: 10_000, digits: 2 }),
        each: fc.integer({ min: 1, max: 4 }),
        is_hidden: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    seed: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ units, own, isListed, contents, seed }) => {
    const inside = contents.map(({ each, ...content }, position) =>
      contentItem(`c${(position + seed) % 7}`, { ...content, quantity: each * units, position }),
    )
    return [...inside.reverse(), packageItem({ quantity: units, unit_price: own, is_listed: isListed })]
  })
