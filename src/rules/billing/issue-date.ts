import { addDays, cycleDate, type CivilDate, type Interval } from "../calendar"
import type { CollectionMethod } from "./states"

export interface IssueSettings {
  collectionMethod: CollectionMethod
  /** Days before the due date on which a `send_invoice` renewal is issued. */
  invoiceDaysBefore: number
}

/**
 * The date on which a cycle's renewal is issued: its first day, or some days before where the customer pays by invoice
 * (B30). The first bill after a trial is never sent before the trial's end (B14).
 */
export function issueDate(
  { anchorOn, interval, cycle }: { anchorOn: CivilDate; interval: Interval; cycle: number },
  settings?: IssueSettings,
): CivilDate {
  const dueOn = cycleDate(anchorOn, interval, cycle)
  return settings?.collectionMethod === "send_invoice" && cycle > 0
    ? addDays(dueOn, -settings.invoiceDaysBefore)
    : dueOn
}
