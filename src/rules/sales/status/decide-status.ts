import { compareDates, type CivilDate } from "../../calendar"
import {
  isLineClosed,
  isLineFinalized,
  isNothing,
  TYPE_RULES,
  type LineFacts,
  type ProgressContext,
} from "./line-progress"
import type { SaleType } from "./line-type"
import { isFinal, wayTo, type SaleStatus } from "./sale-status"

/** What an order says of its sale's status. */
export interface StatusFacts {
  /** Whether a payment was validated or is reserved, or nothing is to be paid. */
  isPaymentSecured: boolean
  /** Whether something of it was fulfilled, or provisioned. */
  isBegun: boolean
  isCanceled: boolean
  lines: readonly LineFacts[]
}

/** The status that the order's truth asks for, whatever the sale's own is. */
export function statusOfOrder(facts: StatusFacts, context: ProgressContext): SaleStatus {
  if (facts.isCanceled) {
    return "canceled"
  }
  if (!facts.isPaymentSecured && !facts.isBegun) {
    return "created"
  }
  if (facts.lines.every(isNothing) && facts.lines.some(({ isGivenUp }) => isGivenUp)) {
    return "stopped"
  }
  if (facts.lines.every((line) => isLineClosed(line, context))) {
    return "closed"
  }
  return facts.lines.every((line) => isLineFinalized(line, context)) ? "finalized" : "processing"
}

/**
 * The statuses that a sale goes through now, in their order. A sale on hold follows its order only into cancellation, and
 * what is final, or past what the order says, stays.
 */
export function statusesToReach(current: SaleStatus, facts: StatusFacts, context: ProgressContext): SaleStatus[] {
  const target = statusOfOrder(facts, context)
  if (current === "interrupted" && target !== "canceled") {
    return []
  }
  // What was fulfilled is past cancellation, unless its fulfilments were canceled before it left.
  if (current === "finalized" && target === "canceled" && typeAgainstCancellation(facts, context)) {
    return []
  }
  return current === target || isFinal(current) ? [] : wayTo(current, target)
}

/** The next day on which time alone may change the status; null: none. */
export function nextDayOf(status: SaleStatus, facts: StatusFacts, context: ProgressContext): CivilDate | null {
  if (isFinal(status) || facts.isCanceled) {
    return null
  }
  const days = facts.lines
    .flatMap((line) => TYPE_RULES[line.type].turnsOn(line, context))
    .filter((day): day is CivilDate => day !== null && compareDates(day, context.asOf) > 0)
  return days.sort(compareDates)[0] ?? null
}

/** The type of a line for which the order can be canceled no more (H4): a mixed order as long as all its lines may. Null: none. */
export const typeAgainstCancellation = (
  { lines }: Pick<StatusFacts, "lines">,
  context: ProgressContext,
): SaleType | null =>
  lines.find((line) => !isNothing(line) && !TYPE_RULES[line.type].isCancelable(line, context))?.type ?? null
