import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { SubscriptionChangeType } from "../../../../rules/billing"
import { AT_ONCE, stopCollecting } from "../charges/collecting"
import { addOutboxEvents, type Actor } from "../../../core"
import { addTimelineEntries } from "./subscription-events"
import type { SubscriptionRecord } from "./subscription-record"

/** A change of a subscription, with its time line entry and event. */
export interface SubscriptionChange {
  patch: Partial<SubscriptionRecord>
  /** The time line's entry and, as `billing.subscription.<type>`, the event. */
  type: SubscriptionChangeType
  data: Record<string, unknown>
  /**
   * Issued renewals that were never charged wait for the customer's payment; they are no longer charged automatically.
   */
  stopsCollecting?: true
}

export interface ChangeContext {
  as_of: string
  actor: Actor
}

/** Writes a change of a locked subscription with its time line and event. The state it was decided on is its guard. */
export async function changeSubscription(
  trx: Knex,
  { row, change }: { row: SubscriptionRecord; change: SubscriptionChange },
  { as_of, actor }: ChangeContext,
): Promise<void> {
  const changed = await trx("billing_subscription")
    .where({ id: row.id, status: row.status })
    .update({ ...change.patch, updated_at: trx.fn.now() })
  if (changed !== 1) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Subscription ${row.id} was changed by someone else; try again`,
    )
  }
  const left_open = change.stopsCollecting ? await stopCollecting(trx, [row.id]) : 0
  if (left_open && !change.patch.ended_on) {
    await trx("billing_subscription").where({ id: row.id }).update({ dunning_on: AT_ONCE })
  }
  const data = left_open ? { ...change.data, left_open } : change.data
  await addTimelineEntries(trx, [{ subscription_id: row.id, type: change.type, as_of, actor, data }])
  await addOutboxEvents(trx, [
    { name: `billing.subscription.${change.type}`, data: { id: row.id, order_id: row.order_id, ...data } },
  ])
}
