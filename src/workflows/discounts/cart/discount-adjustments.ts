import type { DiscountAnswer, EvaluatedLine } from "../../../rules/discounts/types"
import { isPositive } from "../../../rules/money"
import {
  planAdjustments,
  type AdjustedItem,
  type AdjustmentsPlan,
  type RoomAdjustment,
} from "../../cart/line-adjustments"
import { DISCOUNT_PROVIDER } from "./discount-provider"

/** The adjustments that the rule's answer asks for: one for each discount of each line, under the discount's name (D20). */
export function wantedAdjustments(answer: DiscountAnswer, lines: EvaluatedLine[]): RoomAdjustment[] {
  const inclusive = new Set(lines.filter((line) => line.isTaxInclusive).map(({ id }) => id))
  return answer.lines.flatMap((line) =>
    line.discounts
      .filter(({ amount }) => isPositive(amount))
      .map(({ amount, name }) => ({
        item_id: line.id,
        amount,
        is_tax_inclusive: inclusive.has(line.id),
        description: name,
        provider_id: DISCOUNT_PROVIDER,
      })),
  )
}

export const planDiscountAdjustments = (wanted: RoomAdjustment[], items: AdjustedItem[]): AdjustmentsPlan =>
  planAdjustments(wanted, items, DISCOUNT_PROVIDER)
