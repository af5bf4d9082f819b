import { isCivilDate, type CivilDate } from "../../calendar"
import type { CustomerProblem } from "../problem"
import { NOTE_PRIORITIES, type NotePriority } from "../states"

export const MOST_NOTE_SIGNS = 10_000

export interface NoteBody {
  text?: string | undefined
  priority?: string | undefined
  follow_up_on?: string | null | undefined
}

export interface NoteFields {
  text: string
  priority: NotePriority
  follow_up_on: CivilDate | null
}

export type CheckedNote = { ok: true; fields: NoteFields } | { ok: false; problems: CustomerProblem[] }

/** Lines stay; what a database cannot keep, and line ends of other systems, do not. */
const tidied = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .normalize("NFC")
    .trim()

const isPriority = (value: string): value is NotePriority => NOTE_PRIORITIES.some((one) => one === value)

/** A note as it is stored: what is sent, on what was stored before. */
export function checkNote(stored: NoteFields | null, body: NoteBody): CheckedNote {
  const text =
    body.text === undefined ? (stored?.text ?? "") : body.text.length > 4 * MOST_NOTE_SIGNS ? null : body.text
  const kept = text === null ? null : tidied(text)
  const priority = body.priority ?? stored?.priority ?? "none"
  const followUpOn = body.follow_up_on === undefined ? (stored?.follow_up_on ?? null) : body.follow_up_on
  const problems: CustomerProblem[] = []
  if (kept === null || [...kept].length > MOST_NOTE_SIGNS) {
    problems.push({ field: "text", reason: `takes at most ${MOST_NOTE_SIGNS} signs` })
  } else if (!kept) {
    problems.push({ field: "text", reason: "is required" })
  }
  if (!isPriority(priority)) {
    problems.push({ field: "priority", reason: `must be one of ${NOTE_PRIORITIES.join(", ")}` })
  }
  if (followUpOn !== null && !isCivilDate(followUpOn)) {
    problems.push({ field: "follow_up_on", reason: "must be a date such as 2026-03-31" })
  }
  return problems.length || kept === null || !isPriority(priority)
    ? { ok: false, problems }
    : { ok: true, fields: { text: kept, priority, follow_up_on: followUpOn } }
}
