import { addDays, compareDates, daysBetween, type CivilDate } from "../../calendar"
import type { ExitKind } from "../states"
import type { ExitForm } from "./exit-form"
import type { ExitRegionSettings } from "./exit-settings"
import type { ExitMatch } from "./match-exit"

/** Why an admin decides. */
export const EXIT_REASONS = [
  "no_match",
  "several_match",
  "ended",
  "by_hand",
  "for_cause",
  "wished_date",
  "withdrawal",
  "late_withdrawal",
  "refused_by_rule",
] as const
export type ExitReason = (typeof EXIT_REASONS)[number]

/** `cancel`: the subscription ends with its period, without anybody. `leave`: an admin decides, and why. */
export type ExitDecision =
  | { kind: "cancel"; subscriptionId: string; reason: null }
  | { kind: "leave"; subscriptionId: string | null; reason: ExitReason }

export interface ExitQuestion {
  kind: ExitKind
  form: Pick<ExitForm, "isForCause" | "wishedOn">
  match: ExitMatch
  settings: ExitRegionSettings
  receivedOn: CivilDate
}

const MONDAY = "2024-01-01"
/** What a Saturday and a Sunday lack to the Monday after them; Monday is day 0. */
const TO_MONDAY: Readonly<Record<number, number>> = { 5: 2, 6: 1 }

/**
 * The last day on which one may withdraw: the day of the contract is not counted, and a period that ends on a weekend ends on the
 * Monday after it (Regulation 1182/71, article 3). Public holidays are not known here.
 */
export function lastDayToWithdraw(concludedOn: CivilDate, days: number): CivilDate {
  const last = addDays(concludedOn, days)
  const weekday = ((daysBetween(MONDAY, last) % 7) + 7) % 7
  return addDays(last, TO_MONDAY[weekday] ?? 0)
}

/**
 * What becomes of a declaration. Money that was paid is given back by an admin alone, so a withdrawal is never carried out by
 * the plugin; it says whether it came in time.
 */
export function decideExit({ kind, form, match, settings, receivedOn }: ExitQuestion): ExitDecision {
  const leave = (reason: ExitReason, subscriptionId: string | null = null): ExitDecision => ({
    kind: "leave",
    subscriptionId,
    reason,
  })
  if (match.kind === "none") {
    return leave("no_match")
  }
  if (match.kind === "several") {
    return leave("several_match")
  }
  const { id, concludedOn } = match.candidate
  if (kind === "withdraw") {
    const last = lastDayToWithdraw(concludedOn, settings.withdrawal_days)
    return leave(compareDates(receivedOn, last) <= 0 ? "withdrawal" : "late_withdrawal", id)
  }
  if (match.kind === "ended") {
    return leave("ended", id)
  }
  if (form.isForCause) {
    return leave("for_cause", id)
  }
  if (form.wishedOn !== null) {
    return leave("wished_date", id)
  }
  return settings.automatic ? { kind: "cancel", subscriptionId: id, reason: null } : leave("by_hand", id)
}
