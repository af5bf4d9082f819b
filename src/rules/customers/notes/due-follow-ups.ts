import { compareDates, type CivilDate } from "../../calendar"
import type { Temperature } from "../states"
import type { Note } from "./note"
import { sortNotes } from "./sort-notes"

interface FollowUp {
  note: Note
  temperature: Temperature
}

/** Whether somebody is to come back to a note by a date: not done, and the customer is interested (C6, C8). */
export const isFollowUpDue = ({ note, temperature }: FollowUp, asOf: CivilDate): boolean =>
  note.followUpOn !== null &&
  note.followedUpAt === null &&
  temperature !== "not_interested" &&
  compareDates(note.followUpOn, asOf) <= 0

/** The earliest date first; of one date as notes are sorted. */
export function dueFollowUps(followUps: readonly FollowUp[], asOf: CivilDate): Note[] {
  const due = followUps.filter((one) => isFollowUpDue(one, asOf)).map(({ note }) => note)
  return sortNotes(due).sort((a, b) => compareDates(a.followUpOn ?? asOf, b.followUpOn ?? asOf))
}
