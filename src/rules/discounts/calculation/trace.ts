import type { Decimal } from "../../money"
import type { CheckedDiscount } from "../eligibility/check-eligibility"
import type { CheckedOrderDiscount } from "./order-discount"
import { PERSONAL_NAME } from "../eligibility/personal"
import type { Refusal } from "../states"
import type { TraceEntry } from "../types"

export function tracePersonal(percent: Decimal, reason: Refusal | null, amount: Decimal): TraceEntry {
  return {
    source: "personal",
    discountId: null,
    name: PERSONAL_NAME,
    type: null,
    level: null,
    outcome: reason === null ? "applied" : "not_applied",
    reason,
    measured: null,
    matched: { min: null, max: null, mode: "percent", value: percent, per: "unit" },
    amount,
  }
}

export function traceArticle(checked: CheckedDiscount, reason: Refusal | null, amount: Decimal): TraceEntry {
  const { discount, assignment } = checked.listed
  return {
    source: "article",
    discountId: discount.id,
    name: discount.name,
    type: discount.type,
    level: assignment.level,
    outcome: reason === null ? "applied" : "not_applied",
    reason,
    measured: measuredBy(checked),
    matched: matchedBy(checked),
    amount,
  }
}

/** `reason`: the line's own, else the discount's. */
export function traceOrder(
  { discount, measured, range }: CheckedOrderDiscount,
  reason: Refusal | null,
  amount: Decimal,
): TraceEntry {
  return {
    source: "order",
    discountId: discount.id,
    name: discount.name,
    type: null,
    level: null,
    outcome: reason === null ? "applied" : "not_applied",
    reason,
    measured: measured === null ? null : { trigger: "amount", value: measured },
    matched: range && { min: range.min, max: range.max, mode: "percent", value: range.percent, per: "unit" },
    amount,
  }
}

function matchedBy({ rule: read }: CheckedDiscount): TraceEntry["matched"] {
  if (!read) {
    return null
  }
  const { min, max, mode, value, per } = read.rule
  return { min, max, mode, value, per }
}

/** Where no rule matches, the trigger of the first one. */
function measuredBy({ total, rule, rules }: CheckedDiscount): TraceEntry["measured"] {
  const trigger = (rule ?? rules[0])?.rule.trigger
  return total && trigger ? { trigger, value: total.written[trigger] } : null
}
