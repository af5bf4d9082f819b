import type { CivilDate } from "../../calendar"
import { compare, isZero, type Decimal } from "../../money"
import { cycleStartFrom } from "../changes/cycle-start"
import { isFinal } from "./billable"
import { endOf, isBefore } from "./end-of"
import type { SubscriptionFacts } from "../types"

/** A price of one unit, with or without tax. */
export interface ItemPrice {
  amount: Decimal
  isTaxInclusive: boolean
}

export type PriceMigration =
  { kind: "change"; from: ItemPrice; to: ItemPrice; fromCycleOn: CivilDate } | { kind: "keep"; reason: string }

interface PricesToCompare {
  agreed: ItemPrice
  current: ItemPrice | null
  /** Of a package: whether each of its contents costs the same, too. */
  isSame?: boolean
  /** The first cycle that starts on this day or later; left out: the next one. */
  earliestOn?: CivilDate | null
  /** What is said where there is no current price. */
  noPrice?: string
}

export const isSamePrice = (one: ItemPrice, other: ItemPrice | null): boolean =>
  other !== null && compare(one.amount, other.amount) === 0 && one.isTaxInclusive === other.isTaxInclusive

/**
 * What moving a subscription to the offer's current price changes, and from which cycle on (B22): the first one that is
 * not billed yet, or the first from a day on. `current` is null where the offer has no price in the subscription's currency.
 */
export function decidePriceMigration(
  subscription: Omit<SubscriptionFacts, "nextDueOn">,
  {
    agreed,
    current,
    isSame = isSamePrice(agreed, current),
    earliestOn = null,
    noPrice = "The offer has no price in its currency",
  }: PricesToCompare,
): PriceMigration {
  const { status, paymentType } = subscription
  if (isFinal(status)) {
    return { kind: "keep", reason: `It is ${status}` }
  }
  if (paymentType !== "recurring") {
    return { kind: "keep", reason: `It is ${paymentType}, and is never billed again` }
  }
  const fromCycleOn = cycleStartFrom(subscription, earliestOn)
  const end = endOf(subscription)
  if (!isBefore(fromCycleOn, end)) {
    return { kind: "keep", reason: `It ends on ${end?.on}, before its next renewal` }
  }
  if (current === null || isZero(current.amount)) {
    return { kind: "keep", reason: noPrice }
  }
  if (isSame) {
    return { kind: "keep", reason: "It has the current price already" }
  }
  return { kind: "change", from: agreed, to: current, fromCycleOn }
}
