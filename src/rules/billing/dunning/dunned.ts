import type { CivilDate } from "../../calendar"
import type { BillingEvent } from "../events"
import { systemEntry, type SystemEntry } from "../subscriptions/system-entry"
import { decideDunning, type DunningStep } from "./decide-dunning"
import type { OwedRenewal } from "./owed-renewal"
import { standingAfter, type Standing, type StandingRow, type StandingSettings } from "./standing"

/** What dunning does to one subscription, to be written and reported. */
export interface Dunned {
  standing: Standing | null
  steps: DunningStep[]
  timeLine: SystemEntry[]
  events: BillingEvent[]
  /** It has ended: what is still owed is charged no more. */
  isEnded: boolean
}

/** How each step stands in the time line and as an event. */
const REPORT = {
  past_due: { type: "past_due", event: "billing.subscription.past_due" },
  suspend: { type: "suspended", event: "billing.subscription.suspended" },
  terminate: { type: "terminated", event: "billing.subscription.terminated" },
  recover: { type: "recovered", event: "billing.subscription.recovered" },
  resume: { type: "resumed", event: "billing.subscription.resumed" },
} as const

/** Decides what is done about a subscription that owes, on a date. A second decision on the same date does nothing. */
export function dunned(
  { row, owed }: { row: StandingRow & { order_id: string | null }; owed: readonly OwedRenewal[] },
  { settings, asOf, reason }: { settings: StandingSettings; asOf: CivilDate; reason?: string },
): Dunned {
  const before = { status: row.status, suspendedReason: row.suspended_reason, owed }
  const { steps } = decideDunning(before, settings.dunning, asOf)
  const last = steps.at(-1)
  const isEnded = last?.kind === "terminate"
  const change = {
    status: last?.to ?? row.status,
    suspendedReason: last ? (last.kind === "suspend" ? ("overdue" as const) : null) : row.suspended_reason,
    owed,
    ...(isEnded ? { endReason: "overdue" } : {}),
  }
  const why = (step: DunningStep): string =>
    step.to === "active"
      ? (reason ?? "nothing_overdue")
      : "after" in step && step.after === "last_try"
        ? "last_try"
        : "overdue"
  return {
    standing: standingAfter(row, change, { settings, asOf }),
    steps,
    timeLine: steps.map((step) => systemEntry(row.id, REPORT[step.kind].type, asOf, { reason: why(step) })),
    events: steps.map((step) => ({
      name: REPORT[step.kind].event,
      data: { id: row.id, order_id: row.order_id, ...(step.to === "past_due" ? {} : eventData(step, why(step))) },
    })),
    isEnded,
  }
}

const eventData = (step: DunningStep, reason: string): Record<string, unknown> =>
  step.kind === "recover" ? {} : { reason }
