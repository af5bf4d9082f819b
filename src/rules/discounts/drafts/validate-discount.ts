import { checkAmount, isCurrency } from "../../money"
import { checkBounds } from "./check-bounds"
import { checkPercent } from "./check-percent"
import { checkPeriod } from "./check-period"
import { checkTerms, isOneOf, oneOf } from "./check-terms"
import type { DiscountDraft, DraftRule } from "./discount-draft"
import { ASSIGNMENT_LEVELS, DISCOUNT_TYPES, FIXED_PER, MODES, TRIGGERS } from "../states"
import type { Problem } from "../types"

/** All problems of an article discount (D10 to D14, D24); nothing is saved while the list is not empty. */
export function validateDiscount(draft: DiscountDraft): Problem[] {
  return [
    ...checkTerms(draft),
    ...(isOneOf(DISCOUNT_TYPES, draft.type) ? [] : [{ field: "type", reason: oneOf(DISCOUNT_TYPES) }]),
    ...(draft.rules.length ? [] : [{ field: "rules", reason: "a discount needs at least one rule" }]),
    ...draft.rules.flatMap((rule, index) => ruleProblems(rule, `rules.${index}`)),
    ...assignmentProblems(draft),
  ]
}

function ruleProblems(rule: DraftRule, path: string): Problem[] {
  const { trigger, mode, per } = rule
  if (!isOneOf(TRIGGERS, trigger) || !isOneOf(MODES, mode) || !isOneOf(FIXED_PER, per)) {
    return [
      ...(isOneOf(TRIGGERS, trigger) ? [] : [{ field: `${path}.trigger`, reason: oneOf(TRIGGERS) }]),
      ...(isOneOf(MODES, mode) ? [] : [{ field: `${path}.mode`, reason: oneOf(MODES) }]),
      ...(isOneOf(FIXED_PER, per) ? [] : [{ field: `${path}.per`, reason: oneOf(FIXED_PER) }]),
    ]
  }
  const currency = currencyProblem(rule)
  const currencyCode = currency ? null : rule.currencyCode
  return [
    ...(currency ? [{ field: `${path}.currency_code`, reason: currency }] : []),
    ...(trigger === "quantity" ? checkBounds(rule, { trigger }, path) : []),
    ...(trigger === "amount" && currencyCode ? checkBounds(rule, { trigger, currencyCode }, path) : []),
    ...valueProblems(rule, currencyCode, path),
  ]
}

/** An amount of money, as bound or as value, is of one currency (D14). */
function currencyProblem({ trigger, mode, currencyCode }: DraftRule): string | null {
  if (currencyCode !== null) {
    return isCurrency(currencyCode) ? null : `"${currencyCode}" is not a known currency`
  }
  if (mode === "fixed") {
    return "a fixed value needs a currency"
  }
  return trigger === "amount" ? "an amount as trigger needs a currency" : null
}

function valueProblems({ mode, value }: DraftRule, currencyCode: string | null, path: string): Problem[] {
  const field = `${path}.value`
  if (mode === "percent") {
    const reason = checkPercent(value)
    return reason === null ? [] : [{ field, reason }]
  }
  const checked = currencyCode === null ? null : checkAmount(value, currencyCode)
  return checked && !checked.ok ? [{ field, reason: checked.reason }] : []
}

function assignmentProblems({ assignments }: DiscountDraft): Problem[] {
  return assignments.flatMap(({ level, targetId, period }, index) => {
    const path = `assignments.${index}.`
    const isRepeated = assignments
      .slice(0, index)
      .some((earlier) => earlier.level === level && earlier.targetId === targetId)
    return [
      ...(isOneOf(ASSIGNMENT_LEVELS, level) ? [] : [{ field: `${path}level`, reason: oneOf(ASSIGNMENT_LEVELS) }]),
      ...(targetId ? [] : [{ field: `${path}target_id`, reason: "must not be empty" }]),
      ...(isRepeated ? [{ field: `${path}target_id`, reason: "is in the list already" }] : []),
      ...checkPeriod(period, path),
    ]
  })
}
