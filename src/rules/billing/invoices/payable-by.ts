import { compareDates, type CivilDate } from "../../calendar"

/**
 * The date by which an invoice is to be paid. What is issued after its due date, when a run catches up, is due on the day of its
 * issue: nobody is late before they were asked.
 */
export const payableBy = ({ due_on, issued_on }: { due_on: CivilDate; issued_on: CivilDate }): CivilDate =>
  compareDates(due_on, issued_on) < 0 ? issued_on : due_on
