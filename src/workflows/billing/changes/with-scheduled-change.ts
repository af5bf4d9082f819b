import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BilledSubscription,
  type BillingModuleService,
  type ChangeRecord,
  openPriceChanges,
  pendingPrices,
  scheduledChanges,
  toPriceChangeFacts,
} from "../../../modules/billing"
import { changedColumns, endWithoutConsent, isFinal, itemsAfter, settlePriceChange } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { isAsBefore } from "./apply-scheduled-changes"

export interface ScheduledTerms {
  /** null: none is scheduled. */
  change: ChangeRecord | null
  /** As its next renewal finds it. */
  next: BilledSubscription
}

/** A subscription as it is from its next cycle on: its upcoming invoice is of those terms, at the price of its period. */
export async function withScheduledChange(
  container: MedusaContainer,
  agreed: BilledSubscription,
): Promise<ScheduledTerms> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const pending = await pendingPrices(db.knex, [agreed.id])
  const subscription = { ...agreed, pending_price: pending.get(agreed.id) ?? null }
  const [change] = isFinal(subscription.status) ? [] : await scheduledChanges(db.knex, [subscription.id])
  return change ? { change, next: changedBy(subscription, change, options) } : { change: null, next: subscription }
}

/**
 * Subscriptions that are due, as a run on a date finds them: what is scheduled for the next cycle is applied before it is
 * billed, also where its invoice is sent ahead of it.
 */
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
  const due = new Map(changes.map((change) => [change.subscription_id, change]))
  const changed = subscriptions.map((subscription) => {
    const change = due.get(subscription.id)
    return change ? changedBy(subscription, change, options) : subscription
  })
  return withoutThoseUnanswered(container, changed, asOf)
}

/** Who has not agreed to a new price by then may end. */
async function withoutThoseUnanswered(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
  asOf: CivilDate,
): Promise<BilledSubscription[]> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const open = await openPriceChanges(
    db.knex,
    subscriptions.map(({ id }) => id),
  )
  const asked = new Map(open.map((change) => [change.subscription_id, change]))
  return subscriptions.map((subscription) => {
    const change = asked.get(subscription.id)
    const parts = change?.changes.flatMap((one) => one.parts) ?? []
    const settled =
      change &&
      settlePriceChange(toPriceChangeFacts(change), { row: subscription, items: subscription.items, parts }, asOf)
    const end =
      change && settled?.kind === "unanswered" && settled.ends
        ? endWithoutConsent(subscription, change.effective_on, options)
        : null
    return end ? { ...subscription, ...end.patch } : subscription
  })
}

/** One whose terms were changed meanwhile stays as it is: the run withdraws the change. */
function changedBy(
  subscription: BilledSubscription,
  change: ChangeRecord,
  options: { invoiceDaysBefore: number },
): BilledSubscription {
  if (!isAsBefore(subscription, change)) {
    return subscription
  }
  const { kind, on_date: on, to } = change
  const items = itemsAfter(subscription.items, to)
  return { ...subscription, ...changedColumns(subscription, { kind, on, to }, options), items }
}
