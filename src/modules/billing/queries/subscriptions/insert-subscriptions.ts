import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WholeItem } from "../../../../rules/billing"
import { amountColumns } from "../../../core"
import type { NewSubscription } from "./subscription-record"

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/**
 * Inserts subscriptions with their items. Returns false where one of them exists already; the caller then rolls back.
 * A second process that makes the same ones waits here for the first, and then finds them before it has used up the
 * numbers that people call them by.
 */
export async function insertSubscriptions(trx: Knex, subscriptions: NewSubscription[]): Promise<boolean> {
  const rows = subscriptions
    .map(({ row }) => ({
      ...row,
      payment_method: json(row.payment_method),
      shipping_address: json(row.shipping_address),
      billing_address: json(row.billing_address),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const ids = rows.map(({ id }) => id)
  await trx.raw(
    "select pg_advisory_xact_lock(hashtextextended('billing-subscription:' || id, 0)) from unnest(?::text[]) as id",
    [ids],
  )
  if (await trx("billing_subscription").whereIn("id", ids).first("id")) {
    return false
  }
  const inserted: { id: string }[] = await trx("billing_subscription")
    .insert(rows)
    .onConflict("id")
    .ignore()
    .returning("id")
  if (inserted.length !== rows.length) {
    return false
  }
  await trx("billing_subscription_item").insert(subscriptions.flatMap(({ items }) => items.map(itemRow)))
  return true
}

const itemRow = (item: WholeItem) => ({
  ...item,
  ...amountColumns("unit_price", item.unit_price),
  snapshot: JSON.stringify(item.snapshot),
  discounts: JSON.stringify(item.discounts),
  ordered: json(item.ordered),
})

/** Adds items to subscriptions that there are. One that was removed before is there again. */
export async function insertItems(trx: Knex, items: WholeItem[]): Promise<void> {
  if (items.length) {
    const rows = items.map((item) => ({ ...itemRow(item), deleted_at: null }))
    await trx("billing_subscription_item").insert(rows).onConflict("id").merge()
  }
}
