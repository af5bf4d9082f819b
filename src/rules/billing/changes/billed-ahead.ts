import { compareDates, type CivilDate, type Period } from "../../calendar"

export type BilledUntil =
  | { kind: "running"; period: Period | null }
  /** Its billing is not where the date is: a change has to wait. */
  | { kind: "refuse"; field: "when"; reason: string }

/**
 * The billed period that a date lies in. Nothing is changed at once while the next period is billed already, as there would
 * be two to credit, nor while a renewal is due that no run has billed yet, nor before one that is left out: a part that is billed
 * anew leads to the next cycle.
 */
export function billedAhead(
  period: Period | null,
  nextStart: CivilDate,
  { asOf, when }: { asOf: CivilDate; when: "now" | "period_end" },
): BilledUntil {
  if (when === "now" && period && compareDates(asOf, period.start) < 0) {
    return refuse(`The period from ${period.start} is billed already: it can be changed at that one's end`)
  }
  if (period && compareDates(nextStart, asOf) <= 0) {
    return refuse(`Its renewal of ${nextStart} is not billed yet: it can be changed after that`)
  }
  const isRunning = period !== null && compareDates(asOf, period.end) < 0
  if (when === "now" && isRunning && compareDates(period.end, nextStart) < 0) {
    return refuse(`Its renewal of ${period.end} is skipped: it can be changed at the period's end`)
  }
  return { kind: "running", period: isRunning ? period : null }
}

const refuse = (reason: string): BilledUntil => ({ kind: "refuse", field: "when", reason })
