import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { NewSubscription } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { addTimeline, amountColumns, insertRows, type Actor } from "../../../core"
import { noteFigureEvents } from "../figures/figure-events"

/** Rows per statement. */
const CHUNK = 500

export interface ImportCounts {
  created_count: number
  unchanged_count: number
  left_out_count: number
  new_customer_count: number
}

export interface NewImport extends ImportCounts {
  id: string
  format: string
  file_name: string
  sha256: string
  created_by: string | null
}

/** A subscription with the row that it was; the key names the system, too. */
export interface ImportedSubscription {
  importKey: string
  subscription: NewSubscription
}

/** One import at a time: the next one sees what this has written. Until the transaction ends. */
export async function lockImports(trx: Knex): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('billing_import', 0))")
}

/** What an import has written; undefined: there is none of this id. */
export const findImport = (knex: Knex, id: string): Promise<ImportCounts | undefined> =>
  knex("billing_import")
    .where({ id })
    .whereNull("deleted_at")
    .first<ImportCounts | undefined>("created_count", "unchanged_count", "left_out_count", "new_customer_count")

/** Those of these keys that were moved before, also what was deleted since. */
export async function movedKeys(knex: Knex, keys: readonly string[]): Promise<string[]> {
  return knex("billing_subscription")
    .whereNotNull("import_key")
    .whereRaw("import_key = any(?::text[])", [[...keys]])
    .pluck("import_key")
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/**
 * Writes moved subscriptions with their time lines, in the caller's transaction. Their keys are unique: a row that another import has
 * written meanwhile undoes all.
 */
export async function writeImportedSubscriptions(
  trx: Knex,
  imported: readonly ImportedSubscription[],
  { written, asOf, actor }: { written: NewImport; asOf: CivilDate; actor: Actor },
): Promise<void> {
  const rows = imported.map(({ importKey, subscription: { row } }) => ({
    ...row,
    import_key: importKey,
    payment_method: json(row.payment_method),
    shipping_address: json(row.shipping_address),
    billing_address: json(row.billing_address),
  }))
  const items = imported.flatMap(({ subscription }) =>
    subscription.items.map((item) => ({
      ...item,
      ...amountColumns("unit_price", item.unit_price),
      snapshot: JSON.stringify(item.snapshot),
      discounts: JSON.stringify(item.discounts),
      ordered: json(item.ordered),
    })),
  )
  await insertRows(trx, { table: "billing_subscription", rows, chunk: CHUNK })
  await insertRows(trx, { table: "billing_subscription_item", rows: items, chunk: CHUNK })
  await trx("billing_import").insert(written)
  const entries = imported.map(({ importKey, subscription: { row } }) => ({
    subscription_id: row.id,
    type: "imported",
    as_of: asOf,
    actor,
    data: { import_id: written.id, import_key: importKey, status: row.status },
  }))
  await addTimeline(
    trx,
    entries.map(({ subscription_id, ...entry }) => ({
      ...entry,
      room: "billing",
      subject: "subscription",
      subject_id: subscription_id,
    })),
  )
  await noteFigureEvents(trx, entries)
}
