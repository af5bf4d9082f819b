import { compare } from "../../money"
import { checkPercent } from "./check-percent"
import { isOneOf, oneOf } from "./check-terms"
import type { SettingsDraft } from "./discount-draft"
import { ORDER_DISCOUNT_BASES, PERSONAL_SCOPES } from "../states"
import type { Problem } from "../types"

/** All problems of the room's settings (D18, D24, D25). */
export function validateSettings(draft: SettingsDraft): Problem[] {
  const margin = percentProblems("min_margin_percent", draft.minMarginPercent)
  return [
    ...(isOneOf(ORDER_DISCOUNT_BASES, draft.orderDiscountBase)
      ? []
      : [{ field: "order_discount_base", reason: oneOf(ORDER_DISCOUNT_BASES) }]),
    ...(isOneOf(PERSONAL_SCOPES, draft.personalScope)
      ? []
      : [{ field: "personal_scope", reason: oneOf(PERSONAL_SCOPES) }]),
    ...percentProblems("max_discount_percent", draft.maxDiscountPercent),
    ...margin,
    ...(margin.length || draft.minMarginPercent === null || compare(String(draft.minMarginPercent), "100") < 0
      ? []
      : [{ field: "min_margin_percent", reason: "must be less than 100: no price leaves all of itself above a cost" }]),
  ]
}

function percentProblems(field: string, percent: unknown): Problem[] {
  const reason = percent === null ? null : checkPercent(percent)
  return reason === null ? [] : [{ field, reason }]
}
