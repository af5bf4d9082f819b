import type { TimelineEntry } from "../../../modules/billing"
import type { BillingEvent } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { isZero } from "../../../rules/money"
import type { RenewalDraft } from "./draft-invoices"
import { renewalIds } from "./renewal-ids"
import type { PreparedSubscription } from "./steps/prepare-renewals"

/** What a batch really did: the rows that it wrote, not those that another worker had written before. */
export interface HandledBatch {
  prepared: PreparedSubscription[]
  issued: RenewalDraft[]
  /** Ids of renewals that were recorded as skipped. */
  skipped: Set<string>
  /** Ids of subscriptions that were moved on. */
  moved: Set<string>
  asOf: CivilDate
}

interface Told {
  events: BillingEvent[]
  timeLine: TimelineEntry[]
  ended: number
}

/** The events and time line entries of a batch, in the order in which things happened. */
export function eventsOfBatch(batch: HandledBatch): Told {
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

interface Happening {
  events: BillingEvent[]
  entry: TimelineEntry
}

function issuedEvents(draft: RenewalDraft, asOf: CivilDate): Happening {
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
    entry: entryOf(draft.subscription_id, "renewed", asOf, {
      cycle: draft.cycle,
      period_start: draft.period_start,
      period_end: draft.period_end,
      order_id: draft.order_id,
      total: draft.payable,
    }),
  }
}

function skippedEvents({ subscription, decisions }: PreparedSubscription, batch: HandledBatch): Happening[] {
  return decisions.flatMap((decision) => {
    const id = decision.kind === "skip" ? renewalIds(subscription.id, decision.cycle).renewal : ""
    if (decision.kind !== "skip" || !batch.skipped.has(id)) {
      return []
    }
    const data = { id, subscription_id: subscription.id, cycle: decision.cycle, reason: decision.reason }
    return [
      {
        events: [{ name: "billing.renewal.skipped", data }],
        entry: entryOf(subscription.id, "skipped", batch.asOf, { cycle: decision.cycle, reason: decision.reason }),
      },
    ]
  })
}

function endedEvents({ subscription, decisions }: PreparedSubscription, batch: HandledBatch): Happening[] {
  const end = decisions.find((decision) => decision.kind === "end")
  if (!end || !batch.moved.has(subscription.id)) {
    return []
  }
  const data = { id: subscription.id, order_id: subscription.order_id, on: end.on }
  return [
    {
      events: [{ name: `billing.subscription.${end.to}`, data }],
      entry: entryOf(subscription.id, end.to, batch.asOf, { on: end.on }),
    },
  ]
}

function entryOf(
  subscription_id: string,
  type: string,
  as_of: CivilDate,
  data: Record<string, unknown>,
): TimelineEntry {
  return { subscription_id, type, as_of, actor: "system", data }
}
