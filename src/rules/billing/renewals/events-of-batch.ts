import type { CivilDate } from "../../calendar"
import { isZero } from "../../money"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { RenewalDraft } from "./draft-renewal-invoice"
import { skipsOf, type PlannedSubscription } from "./planned-renewals"
import { renewalIds } from "./renewal-ids"

type Planned = PlannedSubscription<{ id: string; order_id: string; currency_code: string }>

/** The rows that a batch wrote itself, without those of another worker. */
export interface HandledBatch {
  prepared: Planned[]
  issued: Omit<RenewalDraft, "document">[]
  /** Ids of renewals that were recorded as skipped. */
  skipped: Set<string>
  /** Ids of subscriptions that were advanced. */
  moved: Set<string>
  asOf: CivilDate
}

interface BatchEvents {
  events: BillingEvent[]
  timeLine: SystemEntry[]
  ended: number
}

/** The events and time line entries of a batch, in the order in which things happened. */
export function eventsOfBatch(batch: HandledBatch): BatchEvents {
  const issued = batch.issued.map((draft) => issuedEvents(draft, batch.asOf))
  const skipped = batch.prepared.flatMap((one) => skippedEvents(one, batch))
  const ended = batch.prepared.flatMap((one) => endedEvents(one, batch))
  const all = [...issued, ...skipped, ...ended]
  return {
    events: all.flatMap(({ events }) => events),
    timeLine: all.map(({ entry }) => entry),
    ended: ended.length,
  }
}

interface Reported {
  events: BillingEvent[]
  entry: SystemEntry
}

function issuedEvents(draft: HandledBatch["issued"][number], asOf: CivilDate): Reported {
  const data = {
    id: draft.renewal_id,
    subscription_id: draft.subscription_id,
    order_id: draft.order_id,
    invoice_id: draft.invoice_id,
    cycle: draft.cycle,
    total: draft.payable,
    currency_code: draft.collection.currency_code,
  }
  const paid: BillingEvent[] = isZero(draft.payable) ? [{ name: "billing.renewal.paid", data }] : []
  return {
    events: [
      { name: "order.placed", data: { id: draft.order_id, billing_renewal_id: draft.renewal_id } },
      { name: "billing.renewal.issued", data },
      { name: "billing.invoice.issued", data: { id: draft.invoice_id, order_id: draft.order_id } },
      ...paid,
    ],
    entry: systemEntry(draft.subscription_id, "renewed", asOf, {
      cycle: draft.cycle,
      period_start: draft.period_start,
      period_end: draft.period_end,
      order_id: draft.order_id,
      total: draft.payable,
    }),
  }
}

function skippedEvents({ subscription, decisions }: Planned, batch: HandledBatch): Reported[] {
  return skipsOf(decisions).flatMap(({ cycle, reason }) => {
    const { renewal: id } = renewalIds(subscription.id, cycle)
    if (!batch.skipped.has(id)) {
      return []
    }
    return [
      {
        events: [
          { name: "billing.renewal.skipped" as const, data: { id, subscription_id: subscription.id, cycle, reason } },
        ],
        entry: systemEntry(subscription.id, "skipped", batch.asOf, { cycle, reason }),
      },
    ]
  })
}

function endedEvents({ subscription, decisions }: Planned, batch: HandledBatch): Reported[] {
  const end = decisions.find((decision) => decision.kind === "end")
  if (!end || !batch.moved.has(subscription.id)) {
    return []
  }
  const data = { id: subscription.id, order_id: subscription.order_id, on: end.on }
  return [
    {
      events: [{ name: `billing.subscription.${end.to}`, data }],
      entry: systemEntry(subscription.id, end.to, batch.asOf, { on: end.on }),
    },
  ]
}
