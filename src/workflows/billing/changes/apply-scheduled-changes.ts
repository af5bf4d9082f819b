import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type ChangeRecord,
  type LockedSubscription,
  moveChange,
  readSubscriptions,
  scheduledChanges,
} from "../../../modules/billing"
import { type Actor, addOutboxEvents, type Database, inTransaction } from "../../../modules/core"
import { isRoot } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { compare } from "../../../rules/money"
import { applyChange } from "./apply-change"

/**
 * Changes that are scheduled for the next cycle take place when that one is billed, before it is composed. Subscriptions
 * are claimed by then. A second run finds none.
 */
export async function applyScheduledChanges(
  container: MedusaContainer,
  { ids, asOf }: { ids: string[]; asOf: CivilDate },
): Promise<void> {
  const {
    db: { knex },
    options,
  } = container.resolve<BillingModuleService>(BILLING_MODULE)
  for (const change of await scheduledChanges(knex, ids)) {
    await inTransaction(knex, async (trx) => {
      const [subscription] = await readSubscriptions(trx, [change.subscription_id])
      if (!subscription) {
        return
      }
      const context = { as_of: asOf, actor: "system" as const }
      if (isAsBefore(subscription, change)) {
        await applyChange(trx, { subscription, change, from: "scheduled", settings: options }, context)
      } else {
        await withdrawChange(
          trx,
          { row: subscription.row, change, reason: "its terms were changed meanwhile" },
          context,
        )
      }
    })
  }
}

/** What was split, edited or moved to another price since is not what the change was decided on. */
export function isAsBefore({ items }: Pick<BilledSubscription, "items">, { from }: ChangeRecord): boolean {
  const root = items.find(isRoot)
  return (
    root !== undefined &&
    root.cycle_id === from.cycle_id &&
    root.quantity === from.quantity &&
    compare(root.unit_price, from.unit_price) === 0
  )
}

/** A scheduled change will not take place. Told once. */
export async function withdrawChange(
  trx: Database,
  { row, change, reason }: { row: LockedSubscription["row"]; change: ChangeRecord; reason: string },
  { as_of, actor }: { as_of: CivilDate; actor: Actor },
): Promise<void> {
  if (!(await moveChange(trx, { id: change.id, from: "scheduled", to: "withdrawn" }))) {
    return
  }
  const data = { change_id: change.id, on: change.on_date, reason }
  await addTimelineEntries(trx, [{ subscription_id: row.id, type: "change_withdrawn", as_of, actor, data }])
  await addOutboxEvents(trx, [
    { name: "billing.subscription.change_withdrawn", data: { id: row.id, order_id: row.order_id, ...data } },
  ])
}
