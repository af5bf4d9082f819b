import { compareDates, type CivilDate } from "../../calendar"
import { nextDueOn } from "../renewals/next-due-on"
import { endOf, isBefore } from "../subscriptions/end-of"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { ChangeAnswer } from "../subscriptions/subscription-change"
import { cycleStart } from "./cycle-start"
import { skippedFrom } from "./earliest-end"
import { movedEnd } from "./expiry-of"

interface Settings {
  invoiceDaysBefore: number
}

/** Why the next cycle can be neither skipped nor billed early; null: it can. */
function nextCycleProblem(row: SubscriptionColumns, asOf: CivilDate): string | null {
  const facts = toSubscriptionFacts(row)
  const start = cycleStart(facts, row.next_cycle)
  if (row.status !== "active" || row.payment_type !== "recurring") {
    return `The subscription is ${row.payment_type === "recurring" ? row.status : row.payment_type}: only an active one that renews has a next renewal`
  }
  if (compareDates(start, asOf) <= 0) {
    return `Its renewal of ${start} is due: it is billed by the next run`
  }
  return isBefore(start, endOf(facts)) ? null : "It ends before its next renewal"
}

/**
 * The next cycle is billed on this day, from the current end; the anchor and its dates stay (B31). Not where one is skipped before
 * it: what is paid would last until its end, and the one that nobody pays would be delivered.
 */
export function earlyRenewalChange(row: SubscriptionColumns, asOf: CivilDate, settings: Settings): ChangeAnswer {
  const problem = nextCycleProblem(row, asOf)
  if (problem !== null) {
    return { ok: false, reason: problem }
  }
  const skipped = skippedFrom(toSubscriptionFacts(row))
  if (skipped !== null) {
    return { ok: false, reason: `Its renewal of ${skipped} is skipped: the one after it is billed on its day` }
  }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, early_on: asOf }), settings)
  const data = { cycle: row.next_cycle, on: asOf }
  return { ok: true, change: { type: "renewed_early", patch: { early_on: asOf, next_due_on }, data } }
}

/**
 * The next cycle is never billed, nor delivered; the one after it comes on its day (B24). What ends after so many cycles ends
 * later by it, as it is none of those (B5b).
 */
export function skipChange(
  row: SubscriptionColumns,
  { reason, asOf }: { reason: string; asOf: CivilDate },
  settings: Settings,
): ChangeAnswer {
  const problem = nextCycleProblem(row, asOf)
  if (problem !== null) {
    return { ok: false, reason: problem }
  }
  const moved = {
    next_cycle: row.next_cycle + 1,
    early_on: null,
    // A discount for so many cycles is given on as many bills.
    part_bills: (row.part_bills ?? 0) + 1,
    ...(row.part_from ? { part_from: null } : {}),
    ...(row.end_cycle ? { end_cycle: row.end_cycle + 1 } : {}),
  }
  const patch = { ...moved, ...movedEnd({ ...row, ...moved }) }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), settings)
  const on = cycleStart(toSubscriptionFacts(row), row.next_cycle)
  return {
    ok: true,
    change: { type: "renewal_skipped", patch: { ...patch, next_due_on }, data: { cycle: row.next_cycle, on, reason } },
  }
}
