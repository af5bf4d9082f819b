import { compareDates, isCivilDate, type CivilDate } from "../../calendar"
import { tidyName } from "../../text"
import type { ExitKind } from "../states"

/** What somebody declares on an exit page. All of it is typed by them, and none of it is checked against the store. */
export interface ExitForm {
  name: string
  contract: string
  email: string
  /** Why, in their own words; a termination for cause needs it. */
  reason: string | null
  isForCause: boolean
  /** The date that they ask for; null: as soon as possible. */
  wishedOn: CivilDate | null
}

export const EXIT_FIELDS = ["name", "contract", "email", "reason", "wished_on"] as const
export type ExitField = (typeof EXIT_FIELDS)[number]
export const EXIT_PROBLEMS = ["missing", "too_long", "no_email", "no_date", "past_date"] as const
export type ExitProblem = (typeof EXIT_PROBLEMS)[number]

export type ExitFormAnswer =
  { ok: true; form: ExitForm } | { ok: false; problems: Partial<Record<ExitField, ExitProblem>> }

const LONGEST: Record<ExitField, number> = { name: 200, contract: 200, email: 254, reason: 2000, wished_on: 10 }
const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/
/** Zero bytes, halves of characters and control signs but a new line are not stored. */
const UNSTORABLE = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu

const typed = (value: unknown): string => (typeof value === "string" ? value.replace(UNSTORABLE, " ").trim() : "")
const oneLineOf = (value: unknown): string => tidyName(typed(value).replace(/\s+/g, " "))

/** Reads the fields of the form. Names each wrong one and why; a withdrawal has neither cause nor date. */
export function readExitForm(
  kind: ExitKind,
  fields: Record<string, unknown>,
  { asOf }: { asOf: CivilDate },
): ExitFormAnswer {
  const isCancel = kind === "cancel"
  const isForCause = isCancel && fields.type === "for_cause"
  const form = {
    name: oneLineOf(fields.name),
    contract: oneLineOf(fields.contract),
    email: oneLineOf(fields.email).toLowerCase(),
    reason: typed(fields.reason),
    wished_on: isCancel ? typed(fields.wished_on) : "",
  }
  const problems: Partial<Record<ExitField, ExitProblem>> = {}
  for (const field of EXIT_FIELDS) {
    const problem = problemOf(field, form[field], { isForCause, asOf })
    if (problem) {
      problems[field] = problem
    }
  }
  if (Object.keys(problems).length) {
    return { ok: false, problems }
  }
  const { wished_on, reason, ...rest } = form
  const wishedOn = isCivilDate(wished_on) ? wished_on : null
  return { ok: true, form: { ...rest, reason: reason || null, isForCause, wishedOn } }
}

function problemOf(
  field: ExitField,
  value: string,
  { isForCause, asOf }: { isForCause: boolean; asOf: CivilDate },
): ExitProblem | null {
  if (value === "") {
    return field === "wished_on" || (field === "reason" && !isForCause) ? null : "missing"
  }
  if (value.length > LONGEST[field]) {
    return "too_long"
  }
  if (field === "email") {
    return EMAIL.test(value) ? null : "no_email"
  }
  if (field === "wished_on") {
    return !isCivilDate(value) ? "no_date" : compareDates(value, asOf) < 0 ? "past_date" : null
  }
  return null
}
