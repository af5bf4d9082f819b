import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type ChangeRecord,
  scheduledChanges,
} from "../../../modules/billing"
import { changedColumns, isFinal, isRoot } from "../../../rules/billing"

export interface ScheduledTerms {
  /** null: none is scheduled. */
  change: ChangeRecord | null
  /** As its next renewal finds it. */
  next: BilledSubscription
}

/** A subscription as it is from its next cycle on: its upcoming invoice is of those terms. */
export async function withScheduledChange(
  container: MedusaContainer,
  subscription: BilledSubscription,
): Promise<ScheduledTerms> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const [change] = isFinal(subscription.status) ? [] : await scheduledChanges(db.knex, [subscription.id])
  if (!change) {
    return { change: null, next: subscription }
  }
  const { kind, on_date: on, to } = change
  const items = subscription.items.map((item) => (isRoot(item) ? { ...item, ...to.item } : item))
  return { change, next: { ...subscription, ...changedColumns(subscription, { kind, on, to }, options), items } }
}
