import type { CivilDate } from "../../calendar"
import type { BillingEvent } from "../events"
import type { SubscriptionStatus, SuspensionReason } from "../states"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { CollectibleRenewal } from "./charged-renewal"
import type { SettledCharge } from "./settle-charge"
import { settleCharges } from "./settle-charges"
import type { SettlingFact } from "./settling-fact"

/** A renewal with the fact that settles it. */
export interface SettledRenewal {
  renewal: CollectibleRenewal
  fact: SettlingFact
  /** The number of the attempt that it came of; null: none. */
  attempt: number | null
}

/** A subscription before its charges were settled. */
export interface ChargedSubscription {
  id: string
  status: SubscriptionStatus
  suspended_reason: SuspensionReason | null
  order_id: string | null
  /** Renewals that are unpaid past their date; those that are settled now do not count. */
  failed_ids: readonly string[]
}

export interface SettledBatch {
  statuses: { id: string; status: SubscriptionStatus }[]
  timeLine: SystemEntry[]
  events: BillingEvent[]
  counts: { paid: number; declined: number }
}

/** Decides what the charges of each subscription mean, and returns what to write and report. */
export function settleBatch({
  charged,
  before,
  asOf,
}: {
  charged: readonly SettledRenewal[]
  before: readonly ChargedSubscription[]
  asOf: CivilDate
}): SettledBatch {
  const batch: SettledBatch = { statuses: [], timeLine: [], events: [], counts: { paid: 0, declined: 0 } }
  for (const subscription of before) {
    const own = charged
      .filter(({ renewal }) => renewal.subscription_id === subscription.id)
      .sort((a, b) => a.renewal.cycle - b.renewal.cycle)
    const { status, settled } = settleCharges(
      {
        status: subscription.status,
        suspendedReason: subscription.suspended_reason,
        hasFailed: subscription.failed_ids.some((id) => !own.some(isOf(id))),
      },
      own.map(({ fact }) => fact),
    )
    if (status !== subscription.status) {
      batch.statuses.push({ id: subscription.id, status })
    }
    own.forEach((one, index) => report(batch, { ...one, settled: settled[index], subscription, asOf }))
  }
  return batch
}

/** How each way of settling a renewal stands in the time line and in the run's counters. */
const REPORT = {
  paid: { type: "charged", counted: "paid" },
  canceled: { type: "renewal_canceled", counted: null },
  failed: { type: "charge_failed", counted: "declined" },
  issued: { type: "charge_failed", counted: "declined" },
} as const

const isOf =
  (id: string) =>
  ({ renewal }: SettledRenewal): boolean =>
    renewal.id === id

interface Reported extends SettledRenewal {
  settled: SettledCharge | undefined
  subscription: ChargedSubscription
  asOf: CivilDate
}

function report(batch: SettledBatch, { renewal, fact, attempt, settled, subscription, asOf }: Reported): void {
  if (!settled) {
    return
  }
  const { type, counted } = REPORT[settled.renewal]
  if (counted) {
    batch.counts[counted] += 1
  }
  batch.timeLine.push(
    systemEntry(subscription.id, type, asOf, {
      cycle: renewal.cycle,
      total: renewal.total,
      attempt: attempt ?? renewal.attempt_number,
      reason: fact.reason,
    }),
  )
  batch.events.push({
    name: settled.event,
    data: {
      id: renewal.id,
      subscription_id: subscription.id,
      order_id: renewal.order_id,
      invoice_id: renewal.invoice_id,
      cycle: renewal.cycle,
      total: renewal.total,
      currency_code: renewal.currency_code,
      reason: fact.reason,
    },
  })
  if (settled.subscriptionEvent) {
    const isResumed = settled.subscriptionEvent === "billing.subscription.resumed"
    const reason = isResumed ? { reason: settled.renewal === "paid" ? "paid" : "order_canceled" } : {}
    batch.events.push({
      name: settled.subscriptionEvent,
      data: { id: subscription.id, order_id: subscription.order_id, ...reason },
    })
    if (isResumed) {
      batch.timeLine.push(systemEntry(subscription.id, "resumed", asOf, reason))
    }
  }
}
