import type { CivilDate } from "../../calendar"
import { isZero } from "../../money"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import type { RenewalDraft } from "./draft-renewal-invoice"
import { skipsOf, type PlannedSubscription } from "./planned-renewals"
import { renewalIds } from "./renewal-ids"
import { renewalsOfDraft } from "./together/renewals-of-draft"

type Planned = PlannedSubscription<{ id: string; order_id: string | null; currency_code: string }>

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
  const issued = batch.issued.flatMap((draft) => issuedEvents(draft, batch.asOf))
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

/** The order and the invoice are announced once, each of their renewals by itself. */
function issuedEvents(draft: HandledBatch["issued"][number], asOf: CivilDate): Reported[] {
  const { order_id, invoice_id, collection } = draft
  return renewalsOfDraft(draft).map(({ renewal_id, subscription_id, cycle, period_start, period_end, share }) => {
    const isLead = renewal_id === draft.renewal_id
    const data = {
      id: renewal_id,
      subscription_id,
      order_id,
      invoice_id,
      cycle,
      total: share,
      currency_code: collection.currency_code,
    }
    const placed: BillingEvent = { name: "order.placed", data: { id: order_id, billing_renewal_id: renewal_id } }
    const issued: BillingEvent = { name: "billing.invoice.issued", data: { id: invoice_id, order_id } }
    const paid: BillingEvent[] = isZero(draft.payable) ? [{ name: "billing.renewal.paid", data }] : []
    return {
      events: [
        ...(isLead ? [placed] : []),
        { name: "billing.renewal.issued", data },
        ...(isLead ? [issued] : []),
        ...paid,
      ],
      entry: systemEntry(subscription_id, "renewed", asOf, { cycle, period_start, period_end, order_id, total: share }),
    }
  })
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
