import type { Decimal } from "../money"
import type { Looked } from "./look-at"
import type { ReadRule } from "./matching-rule"
import type { LookedOrderDiscount } from "./order-discount"
import { PERSONAL_NAME } from "./personal"
import type { Sale } from "./sale"
import type { Refusal } from "./states"
import type { LookedAt } from "./types"

/** What came of a discount on a line: its amount there, or the reason why it gives nothing. */
export interface Outcome {
  refusal: Refusal | null
  amount: Decimal
}

const outcomeOf = ({ refusal, amount }: Outcome) => ({
  outcome: refusal === null ? ("applied" as const) : ("not_applied" as const),
  because: refusal,
  amount,
})

export function tracePersonal(percent: Decimal, outcome: Outcome): LookedAt {
  return {
    source: "personal",
    discountId: null,
    name: PERSONAL_NAME,
    type: null,
    level: null,
    ...outcomeOf(outcome),
    measured: null,
    matched: { min: null, max: null, mode: "percent", value: percent, per: "unit" },
  }
}

export function traceArticle(looked: Looked, outcome: Outcome, sale: Sale): LookedAt {
  const { discount, assignment, rule } = looked
  return {
    source: "article",
    discountId: discount.id,
    name: discount.name,
    type: discount.type,
    level: assignment.level,
    ...outcomeOf(outcome),
    measured: measuredBy(looked, sale),
    matched: rule && matchedBy(rule),
  }
}

export function traceOrder(looked: LookedOrderDiscount, outcome: Outcome, orderValue: Decimal): LookedAt {
  const { discount, isMeasured, range } = looked
  return {
    source: "order",
    discountId: discount.id,
    name: discount.name,
    type: null,
    level: null,
    ...outcomeOf(outcome),
    measured: isMeasured ? { trigger: "amount", value: orderValue } : null,
    matched: range && { min: range.min, max: range.max, mode: "percent", value: range.percent, per: "unit" },
  }
}

const matchedBy = ({ rule: { min, max, mode, value, per } }: ReadRule): LookedAt["matched"] => ({
  min,
  max,
  mode,
  value,
  per,
})

/** Where no rule matches, what the first one looks at. */
function measuredBy({ total, rule, rules }: Looked, { scale }: Sale): LookedAt["measured"] {
  const trigger = (rule ?? rules[0])?.rule.trigger
  if (!total || !trigger) {
    return null
  }
  return { trigger, value: trigger === "amount" ? scale.write(total.amount) : scale.writePlain(total.quantity) }
}
