import type { RunCounts, LockedStatus, TimelineEntry } from "../../../modules/billing"
import type { BillingEvent } from "../../../rules/billing"
import { settleCharges, type SettledCharge, type SubscriptionStatus } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { ChargedRenewal } from "./steps/settle-charges"

export interface SettledBatch {
  statuses: { id: string; status: SubscriptionStatus }[]
  timeLine: TimelineEntry[]
  events: BillingEvent[]
  counts: RunCounts
}

/** Asks the rule what the charges of each subscription mean, and says what is to be written and told. */
export function settleBatch({
  charged,
  before,
  asOf,
}: {
  charged: ChargedRenewal[]
  before: LockedStatus[]
  asOf: CivilDate
}): SettledBatch {
  const batch: SettledBatch = { statuses: [], timeLine: [], events: [], counts: { paid: 0, declined: 0 } }
  for (const standing of before) {
    const own = charged
      .filter(({ renewal }) => renewal.subscription_id === standing.id)
      .sort((a, b) => a.renewal.cycle - b.renewal.cycle)
    const { status, settled } = settleCharges(
      { status: standing.status, hasFailed: standing.failed_ids.length > 0 },
      own.map(({ outcome }) => outcome),
    )
    if (status !== standing.status) {
      batch.statuses.push({ id: standing.id, status })
    }
    own.forEach((one, index) => tell(batch, { ...one, settled: settled[index], standing, asOf }))
  }
  return batch
}

interface Telling extends ChargedRenewal {
  settled: SettledCharge | undefined
  standing: LockedStatus
  asOf: CivilDate
}

function tell(batch: SettledBatch, { renewal, outcome, settled, standing, asOf }: Telling): void {
  if (!settled) {
    return
  }
  const paid = settled.renewal === "paid"
  batch.counts[paid ? "paid" : "declined"] = (batch.counts[paid ? "paid" : "declined"] ?? 0) + 1
  batch.timeLine.push({
    subscription_id: standing.id,
    type: paid ? "charged" : "charge_failed",
    as_of: asOf,
    actor: "system",
    data: { cycle: renewal.cycle, total: renewal.total, attempt: renewal.attempt_number, reason: outcome.reason },
  })
  batch.events.push({
    name: settled.event,
    data: {
      id: renewal.id,
      subscription_id: standing.id,
      order_id: renewal.order_id,
      invoice_id: renewal.invoice_id,
      cycle: renewal.cycle,
      total: renewal.total,
      currency_code: renewal.currency_code,
      reason: outcome.reason,
    },
  })
  if (settled.subscriptionEvent) {
    batch.events.push({ name: settled.subscriptionEvent, data: { id: standing.id, order_id: standing.order_id } })
  }
}
