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
import { endWithoutConsent, isFinal, settlePriceChange } from "../../../rules/billing"
import { compareDates, type CivilDate } from "../../../rules/calendar"
import { changedBy, isAsBefore } from "./scheduled-terms"

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
  return change && isAsBefore(subscription.items, change)
    ? { change, next: changedBy(subscription, change, options) }
    : { change: null, next: subscription }
}

/** Subscriptions with the terms of what is billed before its day: the cycles after it are of those, too. */
export async function withTermsBilled(
  container: MedusaContainer,
  subscriptions: BilledSubscription[],
): Promise<BilledSubscription[]> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const changes = await scheduledChanges(
    db.knex,
    subscriptions.map(({ id }) => id),
  )
  const billed = new Map(
    changes.filter(({ billed_cycle }) => billed_cycle !== null).map((change) => [change.subscription_id, change]),
  )
  return subscriptions.map((subscription) => {
    const change = billed.get(subscription.id)
    return change ? changedBy(subscription, change, options) : subscription
  })
}

/** Subscriptions as a run on a date finds them: what is scheduled for their next cycle is of what they are billed for. */
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
  const byId = new Map(changes.map((change) => [change.subscription_id, change]))
  const changed = subscriptions.map((subscription) => {
    const change = byId.get(subscription.id)
    // What is free is never billed before its day.
    const isDue = change && (subscription.payment_type === "recurring" || compareDates(change.on_date, asOf) <= 0)
    return isDue && isAsBefore(subscription.items, change) ? changedBy(subscription, change, options) : subscription
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
