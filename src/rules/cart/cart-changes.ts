import { adjustmentChanges, type AdjustmentChanges } from "./adjustment-changes"
import type { CartPlan } from "./cart-plan"
import type { CartStageName } from "./cart-stages"
import { changesAmount, lineChanges, type LineChanges } from "./line-changes"
import { recordChanges, recordsOf } from "./record-changes"
import type { LineRecordChanges } from "./line-record"

/** The changes that turn a cart into its plan. Plain data: a workflow may store it. */
export interface CartChanges {
  lines: LineChanges
  records: LineRecordChanges
  adjustments: AdjustmentChanges
}

/**
 * The difference between a cart and its plan, with the adjustments of these stages. On the resulting cart it is empty.
 */
export function cartChanges(plan: CartPlan, stages: readonly CartStageName[]): CartChanges {
  const records = recordsOf(plan)
  return {
    lines: lineChanges(plan, records),
    records: recordChanges(plan.cart.records, records.values()),
    adjustments: adjustmentChanges(plan, stages),
  }
}

export const isNoChange = ({ lines, records, adjustments }: CartChanges): boolean =>
  [...Object.values(lines), ...Object.values(records), ...Object.values(adjustments)].every((list) => !list.length)

/**
 * The first stage whose lines or amounts in the cart differ from the plan; null: none. A lost key or texts in another
 * language do not count.
 */
export function firstStaleStage({ lines, records, adjustments }: CartChanges): CartStageName | null {
  const hasOtherLines = [lines.create, lines.delete, records.create, records.delete].some((list) => list.length)
  if (hasOtherLines || lines.update.some(changesAmount)) {
    return "options_and_fees"
  }
  const stages = [...adjustments.add, ...adjustments.remove].map(({ stage }) => stage)
  return stages.find((stage) => stage === "trial") ?? stages[0] ?? null
}
