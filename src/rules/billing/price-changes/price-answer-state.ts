import { compareDates, type CivilDate } from "../../calendar"
import type { PriceChangeFacts } from "./settle-price-change"

/** `asked`: an answer counts; `over`: it was withdrawn, or the time for one is over. */
export type PriceAnswerState = "asked" | "accepted" | "refused" | "over"

/** What the page of a link says of a new price that its customer was asked about (B22). */
export function priceAnswerState({ status, answerUntil }: PriceChangeFacts, asOf: CivilDate): PriceAnswerState {
  if (status === "refused") {
    return "refused"
  }
  if (status === "accepted" || status === "applied") {
    return "accepted"
  }
  return status === "asked" && answerUntil !== null && compareDates(asOf, answerUntil) <= 0 ? "asked" : "over"
}
