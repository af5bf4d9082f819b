import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { amountColumns } from "../../src/modules/core"
import { cycleDate, type CivilDate, type Interval } from "../../src/rules/calendar"
import type { Decimal } from "../../src/rules/money"
import { testAddress } from "./test-address"

export interface SeededSubscriptions {
  count: number
  /** Makes the ids: `bsub_<prefix>00001` … */
  prefix: string
  anchorOn: CivilDate
  interval?: Interval
  currencyCode: string
  regionId: string
  salesChannelId?: string
  customerId?: string
  countryCode: string
  unitPrice: Decimal
  isTaxInclusive?: boolean
  quantity?: number
  collectionMethod?: "charge_automatically" | "send_invoice"
  /** Given: every subscription has a saved method of its own with the demo provider. */
  withMethods?: boolean
}

const CHUNK = 1000

/** Writes many running subscriptions straight into the tables, each past its first cycle. Returns their ids. */
export async function seedSubscriptions(knex: Knex, seed: SeededSubscriptions): Promise<string[]> {
  const keys = Array.from({ length: seed.count }, (_, i) => `${seed.prefix}${String(i + 1).padStart(6, "0")}`)
  await knex.batchInsert(
    "billing_subscription",
    keys.map((key) => subscriptionRow(key, seed)),
    CHUNK,
  )
  await knex.batchInsert(
    "billing_subscription_item",
    keys.map((key) => itemRow(key, seed)),
    CHUNK,
  )
  if (seed.withMethods) {
    const holders = keys.map((key) => ({ id: `dacc_${key}`, customer_id: `cus_${key}`, email: null }))
    await knex.batchInsert("demo_payment_account_holder", holders, CHUNK)
    await knex.batchInsert(
      "demo_payment_method",
      keys.map((key) => ({ id: `dpm_${key}`, account_holder_id: `dacc_${key}`, brand: "demo", last4: "4242" })),
      CHUNK,
    )
  }
  return keys.map((key) => `bsub_${key}`)
}

function subscriptionRow(key: string, seed: SeededSubscriptions): Record<string, unknown> {
  const interval = seed.interval ?? { unit: "month", count: 1 }
  const address = JSON.stringify(testAddress(seed.countryCode))
  const next = cycleDate(seed.anchorOn, interval, 1)
  return {
    id: `bsub_${key}`,
    status: "active",
    payment_type: "recurring",
    customer_id: seed.customerId ?? null,
    email: "clara@test.example",
    order_id: `order_first_${key}`,
    region_id: seed.regionId,
    sales_channel_id: seed.salesChannelId ?? null,
    currency_code: seed.currencyCode,
    interval_unit: interval.unit,
    interval_count: interval.count,
    anchor_on: seed.anchorOn,
    next_cycle: 1,
    period_start: seed.anchorOn,
    period_end: next,
    next_due_on: next,
    collection_method: seed.collectionMethod ?? "charge_automatically",
    payment_provider_id: seed.withMethods ? "pp_demo_demo" : null,
    payment_method: seed.withMethods
      ? JSON.stringify({ id: `dpm_${key}`, account_holder_id: `dacc_${key}`, brand: "demo", last4: "4242" })
      : null,
    shipping_address: address,
    billing_address: address,
  }
}

function itemRow(key: string, seed: SeededSubscriptions): Record<string, unknown> {
  return {
    id: `bsi_${key}`,
    subscription_id: `bsub_${key}`,
    kind: "product",
    quantity: seed.quantity ?? 1,
    offer_id: "boff_seed",
    cycle_id: "bcyc_seed",
    product_id: "prod_seed",
    variant_id: "variant_seed",
    title: "Hosting",
    ...amountColumns("unit_price", seed.unitPrice),
    is_tax_inclusive: seed.isTaxInclusive ?? false,
    snapshot: JSON.stringify({ variant_title: "Monthly", product_title: "Hosting", requires_shipping: false }),
    order_line_id: `ordli_first_${key}`,
  }
}
