import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type ChangeRecord,
  scheduledChanges,
} from "../../../modules/billing"
import { changedColumns, isFinal, isRoot } from "../../../rules/billing"
import { compareDates, type CivilDate } from "../../../rules/calendar"

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
  return change ? { change, next: changedBy(subscription, change, options) } : { change: null, next: subscription }
}

/** Subscriptions as a run on a date finds them: what is scheduled until then is applied before it. */
export async function withChangesDue(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
  asOf: CivilDate,
): Promise<BilledSubscription[]> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const going = subscriptions.filter(({ status }) => !isFinal(status))
  const changes = await scheduledChanges(
    db.knex,
    going.map(({ id }) => id),
  )
  const due = new Map(
    changes.filter(({ on_date }) => compareDates(on_date, asOf) <= 0).map((change) => [change.subscription_id, change]),
  )
  return subscriptions.map((subscription) => {
    const change = due.get(subscription.id)
    return change ? changedBy(subscription, change, options) : subscription
  })
}

function changedBy(
  subscription: BilledSubscription,
  { kind, on_date: on, to }: ChangeRecord,
  options: { invoiceDaysBefore: number },
): BilledSubscription {
  const items = subscription.items.map((item) => (isRoot(item) ? { ...item, ...to.item } : item))
  return { ...subscription, ...changedColumns(subscription, { kind, on, to }, options), items }
}
