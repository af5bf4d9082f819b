import {
  addTimelineEntries,
  lockStandings,
  noteFigureEvents,
  owedRenewals,
  writeStandings,
  type LockedStanding,
} from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import {
  isLate,
  settleBatch,
  standingAfter,
  type ChargedSubscription,
  type SettledBatch,
  type SettledRenewal,
  type StandingSettings,
  type SubscriptionStatus,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"

export interface OwingSubscriptions {
  rows: LockedStanding[]
  before: ChargedSubscription[]
}

/** Locks subscriptions, in one order, and reads what they owe past its date. */
export async function lockOwing(trx: Database, ids: string[], asOf: CivilDate): Promise<OwingSubscriptions> {
  const rows = await lockStandings(trx, ids)
  const owed = await owedRenewals(trx, ids)
  return {
    rows,
    before: rows.map(({ id, status, suspended_reason, order_id }) => ({
      id,
      status,
      suspended_reason,
      order_id,
      failed_ids: (owed.get(id) ?? []).filter((renewal) => isLate(renewal, asOf)).map((renewal) => renewal.id),
    })),
  }
}

export interface SettledSubscriptions {
  owing: OwingSubscriptions
  /** The renewals that were settled; their own rows are written already. */
  changed: readonly SettledRenewal[]
  settings: StandingSettings
  asOf: CivilDate
}

/**
 * Writes what settled renewals mean for their subscriptions: the state, the dates of dunning and, after a late payment, the
 * next due date, with time lines and events. Subscriptions were locked by `lockOwing`.
 */
export async function settleSubscriptions(
  trx: Database,
  { owing: { rows, before }, changed, settings, asOf }: SettledSubscriptions,
): Promise<SettledBatch> {
  const result = settleBatch({ charged: changed, before, asOf })
  const owed = await owedRenewals(
    trx,
    rows.map(({ id }) => id),
  )
  const statuses = new Map(result.statuses.map(({ id, status }) => [id, status]))
  const standings = rows.flatMap((row) => {
    const own = changed.filter(({ renewal }) => renewal.subscription_id === row.id)
    const status = statuses.get(row.id) ?? row.status
    const isRecovered = status === "active" && (row.status === "past_due" || row.status === "suspended")
    const change = {
      status,
      suspendedReason: row.suspended_reason,
      owed: owed.get(row.id) ?? [],
      isPaidLate: isRecovered && own.some(isPaidLate),
      ...(own.some((one) => isHardDeclined(one) && isMethodOf(row, one)) ? { isHardDeclined: true } : {}),
    }
    return standingAfter(row, change, { settings, asOf }) ?? []
  })
  await writeStandings(trx, standings)
  await addTimelineEntries(trx, result.timeLine)
  const recovered = rows.filter((row) => hasRecovered(row, { status: statuses.get(row.id), changed }))
  await noteFigureEvents(
    trx,
    recovered.map(({ id }) => ({ subscription_id: id, type: "recovered", as_of: asOf })),
  )
  await addOutboxEvents(trx, result.events)
  return result
}

/** Whether it owed, and a payment has made it active again: the time line has the payment alone. */
const hasRecovered = (
  row: LockedStanding,
  { status, changed }: { status: SubscriptionStatus | undefined; changed: readonly SettledRenewal[] },
): boolean =>
  status === "active" &&
  (row.status === "past_due" || row.status === "suspended") &&
  changed.some(({ renewal, fact }) => renewal.subscription_id === row.id && fact.status === "paid")

/** What a bank took back was paid in time: its period stays where it is. */
const isPaidLate = ({ fact, renewal }: SettledRenewal): boolean => fact.status === "paid" && !renewal.was_returned

const isHardDeclined = ({ fact, attempt }: SettledRenewal): boolean =>
  attempt !== null && fact.status === "hard_declined"

/** The method that was charged is its own, and not that of another subscription on the same invoice. */
const isMethodOf = ({ payment_method }: LockedStanding, { renewal }: SettledRenewal): boolean =>
  payment_method?.id === renewal.payment_method?.id
