import type { Decimal } from "../../money"
import type { Looked } from "../eligibility/look-at"
import type { LookedOrderDiscount } from "./order-discount"
import { PERSONAL_NAME } from "../eligibility/personal"
import type { Refusal } from "../states"
import type { LookedAt } from "../types"

export function tracePersonal(percent: Decimal, because: Refusal | null, amount: Decimal): LookedAt {
  return {
    source: "personal",
    discountId: null,
    name: PERSONAL_NAME,
    type: null,
    level: null,
    outcome: because === null ? "applied" : "not_applied",
    because,
    measured: null,
    matched: { min: null, max: null, mode: "percent", value: percent, per: "unit" },
    amount,
  }
}

export function traceArticle(looked: Looked, because: Refusal | null, amount: Decimal): LookedAt {
  const { discount, assignment } = looked.listed
  return {
    source: "article",
    discountId: discount.id,
    name: discount.name,
    type: discount.type,
    level: assignment.level,
    outcome: because === null ? "applied" : "not_applied",
    because,
    measured: measuredBy(looked),
    matched: matchedBy(looked),
    amount,
  }
}

/** `because` is the line's own reason, or else the discount's. */
export function traceOrder(
  { discount, measured, range }: LookedOrderDiscount,
  because: Refusal | null,
  amount: Decimal,
): LookedAt {
  return {
    source: "order",
    discountId: discount.id,
    name: discount.name,
    type: null,
    level: null,
    outcome: because === null ? "applied" : "not_applied",
    because,
    measured: measured === null ? null : { trigger: "amount", value: measured },
    matched: range && { min: range.min, max: range.max, mode: "percent", value: range.percent, per: "unit" },
    amount,
  }
}

function matchedBy({ rule: read }: Looked): LookedAt["matched"] {
  if (!read) {
    return null
  }
  const { min, max, mode, value, per } = read.rule
  return { min, max, mode, value, per }
}

/** Where no rule matches, what the first one looks at. */
function measuredBy({ total, rule, rules }: Looked): LookedAt["measured"] {
  const trigger = (rule ?? rules[0])?.rule.trigger
  return total && trigger ? { trigger, value: total.written[trigger] } : null
}
