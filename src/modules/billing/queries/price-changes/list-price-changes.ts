import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PriceChangeStatus } from "../../../../rules/billing"
import type { PriceChangeRecord } from "./price-changes"

export interface PriceChangeFilters {
  status?: PriceChangeStatus[] | undefined
  migration_id?: string | undefined
  subscription_id?: string | undefined
}

/** A row as a list shows it. */
export type ListedPriceChange = PriceChangeRecord & { subscription_number: number; email: string | null }

/** One page of new prices, the latest first, and how many there are in all. */
export async function listPriceChanges(
  knex: Knex,
  { status, migration_id, subscription_id }: PriceChangeFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ changes: ListedPriceChange[]; count: number }> {
  const matching = knex("billing_price_change as p").whereNull("p.deleted_at")
  if (status?.length) {
    void matching.whereIn("p.status", status)
  }
  if (migration_id !== undefined) {
    void matching.where("p.migration_id", migration_id)
  }
  if (subscription_id !== undefined) {
    void matching.where("p.subscription_id", subscription_id)
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("p.id as count")
  const changes: ListedPriceChange[] = await matching
    .clone()
    .join("billing_subscription as s", "s.id", "p.subscription_id")
    .select("p.*", "s.display_id as subscription_number", "s.email")
    .orderBy("p.id", "desc")
    .limit(limit)
    .offset(offset)
  return { changes, count: Number(counted?.count ?? 0) }
}
