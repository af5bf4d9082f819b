import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export interface TrialUseRow {
  customer_id: string
  offer_id: string
  order_line_id: string
}

/**
 * Records that customers have had their trials, and returns for each whether it is its order's to have: the first use of
 * an offer by a customer, or one by a line of the same order. The unique index decides between two orders at once.
 */
export async function useTrials(
  trx: Knex,
  { uses, orderLineIds }: { uses: TrialUseRow[]; orderLineIds: string[] },
): Promise<Set<string>> {
  const granted = new Set<string>()
  for (const use of uses) {
    await trx("billing_trial_use")
      .insert({ ...use, id: generateEntityId(undefined, "btri") })
      .onConflict(trx.raw("(customer_id, offer_id) where deleted_at is null"))
      .ignore()
    const kept = await trx("billing_trial_use")
      .where({ customer_id: use.customer_id, offer_id: use.offer_id })
      .whereNull("deleted_at")
      .first<{ order_line_id: string } | undefined>("order_line_id")
    if (kept && orderLineIds.includes(kept.order_line_id)) {
      granted.add(use.order_line_id)
    }
  }
  return granted
}

/** Gives trials back that these order lines used: their purchase was undone before it began. */
export async function giveBackTrials(trx: Knex, orderLineIds: string[]): Promise<void> {
  if (orderLineIds.length) {
    await trx("billing_trial_use").whereIn("order_line_id", orderLineIds).whereNull("deleted_at").delete()
  }
}
