import type { CustomerChange } from "../states"
import type { ItemTerms } from "./changed-subscription"
import type { ChangeDecision } from "./decide-change"
import { choiceKey } from "./items-after"

/** Why a change is not made: the field of the wish, and the reason. */
export interface ChangeProblem {
  field: string
  reason: string
}

type Ordered = Pick<ItemTerms, "product_id" | "cycle_id" | "quantity"> & Partial<Pick<ItemTerms, "snapshot">>

/** What the merchant does not let customers change by themselves; null: they may. */
export function notAllowed(from: Ordered, to: Ordered, allowed: readonly CustomerChange[]): ChangeProblem | null {
  const isOtherProduct = to.product_id !== from.product_id
  if (isOtherProduct && !allowed.includes("product")) {
    return { field: "cycle_id", reason: "The product cannot be changed here: ask the store" }
  }
  if (!isOtherProduct && to.cycle_id !== from.cycle_id && !allowed.includes("cycle")) {
    return { field: "cycle_id", reason: "The cycle cannot be changed here: ask the store" }
  }
  const isOtherChoice = choiceKey({ snapshot: {}, ...to }) !== choiceKey({ snapshot: {}, ...from })
  if (!isOtherProduct && isOtherChoice && !allowed.includes("options")) {
    return { field: "options", reason: "Its options cannot be changed here: ask the store" }
  }
  return to.quantity !== from.quantity && !allowed.includes("quantity")
    ? { field: "quantity", reason: "The quantity cannot be changed here: ask the store" }
    : null
}

/** What `atOnceProblem` looks at. */
export interface AtOnceFacts {
  isGoods: boolean
  /** Money was billed for a period that runs. */
  isBilled: boolean
  /** There is an invoice of it, which can be credited. */
  hasInvoice: boolean
  /** The old price and the new one both have tax in them, or neither has. */
  isSameTaxKind: boolean
}

/** Why a change that would be made at once waits for the period's end; null: nothing speaks against it. */
export function atOnceProblem(decision: ChangeDecision, facts: AtOnceFacts): ChangeDecision | null {
  if (decision.kind !== "prorate" && decision.kind !== "restart") {
    return null
  }
  if (facts.isGoods) {
    return atTheEnd("Goods are sold for whole periods")
  }
  if (facts.isBilled && !facts.hasInvoice) {
    return atTheEnd("There is no invoice of what was paid for its period")
  }
  return facts.isBilled && !facts.isSameTaxKind
    ? atTheEnd("One of the prices has tax in it, and the other has not")
    : null
}

const atTheEnd = (why: string): ChangeDecision => ({
  kind: "refuse",
  field: "when",
  reason: `${why}: it can be changed at the period's end`,
})
