import { compareDates, daysBetween, type CivilDate } from "../../calendar"
import { MOST_DAYS } from "./dunning-settings"

/** Why an invoice's due date cannot be moved to a date; null: it can. */
export function dueDateProblem(
  invoice: { issuedOn: CivilDate; dueOn: CivilDate; isOwed: boolean; isUnderWay: boolean },
  to: CivilDate,
): string | null {
  if (!invoice.isOwed) {
    return "Nothing of the invoice is open: its due date stays as it is"
  }
  if (invoice.isUnderWay) {
    return "A charge of the invoice is under way; its due date can be changed once the provider has answered"
  }
  if (compareDates(to, invoice.issuedOn) < 0) {
    return `due_on: cannot be before ${invoice.issuedOn}, the date of the invoice`
  }
  if (daysBetween(invoice.issuedOn, to) > 2 * MOST_DAYS) {
    return `due_on: takes a date within ${2 * MOST_DAYS} days of the invoice`
  }
  return to === invoice.dueOn ? `The invoice is due on ${to} already` : null
}
