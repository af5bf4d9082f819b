import { compareDates, type CivilDate } from "../../calendar"
import { cycleStart, cycleStartFrom } from "../changes/cycle-start"
import { goingOn } from "../changes/pauses/resumed-columns"
import { nextDueOn } from "../renewals/next-due-on"
import type { PriceChangeReply, PriceChangeStatus, WithoutConsent } from "../states"
import { isFinal } from "../subscriptions/billable"
import { endOf, isBefore } from "../subscriptions/end-of"
import type { PlannedChange } from "../subscriptions/subscription-change"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { hasPricesBefore } from "./price-on"
import type { PartChange } from "../subscriptions/plan-price-migration"

/** A price change as it is stored, as far as it is decided on. */
export interface PriceChangeFacts {
  status: PriceChangeStatus
  effectiveOn: CivilDate
  answerUntil: CivilDate | null
  withoutConsent: WithoutConsent | null
}

export type ReplyDecision =
  | { kind: "record"; status: "accepted" | "refused"; ends: boolean }
  /** The same was answered before. */
  | { kind: "known" }
  | { kind: "refuse"; reason: string }

const STATUS_OF = { accept: "accepted", refuse: "refused" } as const

/** What a customer's answer does (B22). It is given once, and in time. */
export function decideReply(
  { status, answerUntil, withoutConsent }: PriceChangeFacts,
  { reply, asOf }: { reply: PriceChangeReply; asOf: CivilDate },
): ReplyDecision {
  const to = STATUS_OF[reply]
  if (status === to || (reply === "accept" && status === "applied" && answerUntil !== null)) {
    return { kind: "known" }
  }
  if (status !== "asked" || answerUntil === null) {
    return {
      kind: "refuse",
      reason: status === "announced" ? "No answer is asked for" : `The price change is ${status}`,
    }
  }
  if (compareDates(asOf, answerUntil) > 0) {
    return { kind: "refuse", reason: `An answer was possible until ${answerUntil}` }
  }
  return { kind: "record", status: to, ends: to === "refused" && withoutConsent === "end" }
}

export type SettleDecision =
  | { kind: "wait" }
  /** The next cycle is billed at the new price, which is the subscription's from now on. */
  | { kind: "apply" }
  | { kind: "unanswered"; ends: boolean }
  | { kind: "withdraw"; reason: string }

interface Settled {
  row: SubscriptionColumns
  /** It is to be for something else from its next cycle on: that takes place first, and decides whether the price is told of it. */
  isToChange?: boolean
  items: readonly { id: string; unit_price: string; is_tax_inclusive: boolean }[]
  parts: readonly PartChange[]
}

/** Whether the day of an open price change has come: that on which it holds, or the last one of an answer. */
export const isTimeUp = ({ status, effectiveOn, answerUntil }: PriceChangeFacts, asOf: CivilDate): boolean =>
  status === "asked"
    ? answerUntil !== null && compareDates(asOf, answerUntil) > 0
    : compareDates(effectiveOn, asOf) <= 0

/** What becomes of an open price change on a date. */
export function settlePriceChange(
  change: PriceChangeFacts,
  { row, items, parts, isToChange = false }: Settled,
  asOf: CivilDate,
): SettleDecision {
  const facts = toSubscriptionFacts(row)
  const start = cycleStart(facts, facts.nextCycle)
  if (isFinal(row.status)) {
    return { kind: "withdraw", reason: "the subscription has ended" }
  }
  if (!hasPricesBefore(items, parts)) {
    return { kind: "withdraw", reason: "its price was changed meanwhile" }
  }
  if (!isTimeUp(change, asOf)) {
    return { kind: "wait" }
  }
  if (change.status === "asked") {
    return { kind: "unanswered", ends: change.withoutConsent === "end" }
  }
  return !isToChange && compareDates(start, change.effectiveOn) >= 0 ? { kind: "apply" } : { kind: "wait" }
}

/**
 * Ends a subscription whose customer does not agree, where the period at the old price ends. null: it ends no later
 * anyhow.
 */
export function endWithoutConsent(
  row: SubscriptionColumns,
  effectiveOn: CivilDate,
  settings: { invoiceDaysBefore: number },
): PlannedChange | null {
  // A pause until a day has put the cycles off; one until it is resumed goes on to stand still.
  const facts = toSubscriptionFacts(row.paused_until ? goingOn(row, row.paused_until) : row)
  const on = cycleStartFrom(facts, effectiveOn)
  if (!isBefore(on, endOf(facts))) {
    return null
  }
  const reason = "the new price was not accepted"
  const patch = { cancel_on: on, cancel_reason: reason }
  const next_due_on = nextDueOn(toSubscriptionFacts({ ...row, ...patch }), settings)
  return { type: "cancel_scheduled", patch: { ...patch, next_due_on }, data: { on, reason } }
}
