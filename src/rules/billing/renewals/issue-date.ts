import { addDays, type CivilDate } from "../../calendar"
import type { CollectionMethod } from "../states"

export interface IssueSettings {
  collectionMethod: CollectionMethod
  /** Days before the due date on which a `send_invoice` renewal is issued. */
  invoiceDaysBefore: number
}

/**
 * The date on which a cycle's renewal is issued: its due date, or some days before where the customer pays by invoice
 * (B30). The first bill after a trial, cycle 0, is never sent before the trial's end (B14).
 */
export function issueDate({ cycle, dueOn }: { cycle: number; dueOn: CivilDate }, settings?: IssueSettings): CivilDate {
  const isEarlier = settings?.collectionMethod === "send_invoice" && settings.invoiceDaysBefore > 0 && cycle > 0
  return isEarlier ? addDays(dueOn, -settings.invoiceDaysBefore) : dueOn
}
