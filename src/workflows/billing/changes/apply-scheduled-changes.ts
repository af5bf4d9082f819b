import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addTimelineEntries,
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  type ChangeRecord,
  type LockedSubscription,
  moveChange,
  noteBilled,
  readSubscriptions,
  scheduledChanges,
} from "../../../modules/billing"
import { addOutboxEvents, type Database, inTransaction } from "../../../modules/core"
import { cycleStart, isBillable, isFinal, toSubscriptionFacts } from "../../../rules/billing"
import { compareDates, type CivilDate } from "../../../rules/calendar"
import { applyChange } from "./apply-change"
import { isAsBefore } from "./scheduled-terms"

/**
 * Changes that are scheduled for the next cycle take place when that one is billed, before it is composed. One that is billed
 * before its day, as sent invoices are, is noted, and takes place on the day. Subscriptions are claimed by then. A second run
 * finds none.
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
      if (subscription) {
        await follow(trx, { subscription, change, settings: options }, asOf)
      }
    })
  }
}

interface Following {
  subscription: LockedSubscription
  change: ChangeRecord
  settings: { invoiceDaysBefore: number }
}

async function follow(trx: Database, { subscription, change, settings }: Following, asOf: CivilDate): Promise<void> {
  const { row, items } = subscription
  const context = { as_of: asOf, actor: "system" as const }
  if (change.billed_cycle !== null) {
    return compareDates(change.on_date, asOf) <= 0 ? beginChange(trx, { subscription, change, settings }) : undefined
  }
  const start = cycleStart(toSubscriptionFacts(row), row.next_cycle)
  if (!isAsBefore(items, change)) {
    return withdrawChange(trx, { row, change, reason: "its terms were changed meanwhile" }, context)
  }
  if (row.cancel_on !== null && compareDates(row.cancel_on, start) <= 0) {
    return withdrawChange(trx, { row, change, reason: "the subscription ends" }, context)
  }
  if (row.payment_type === "recurring" && !isBillable(toSubscriptionFacts(row))) {
    return
  }
  if (row.payment_type === "recurring" && compareDates(asOf, start) < 0) {
    return noteBilled(trx, { id: change.id, cycle: row.next_cycle, on: start })
  }
  return applyChange(trx, { subscription, change, from: "scheduled", settings }, context)
}

/** Writes a change that was billed before its day, as of that day; what has ended meanwhile is not changed. */
export async function beginChange(trx: Database, { subscription, change, settings }: Following): Promise<void> {
  const context: ChangeContext = { as_of: change.on_date, actor: "system" }
  const { row } = subscription
  return isFinal(row.status)
    ? withdrawChange(trx, { row, change, reason: "the subscription has ended" }, context)
    : applyChange(trx, { subscription, change, from: "scheduled", settings }, context)
}

/** A scheduled change will not take place. Told once. */
export async function withdrawChange(
  trx: Database,
  { row, change, reason }: { row: LockedSubscription["row"]; change: ChangeRecord; reason: string },
  { as_of, actor }: ChangeContext,
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
