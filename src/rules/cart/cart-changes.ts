import { adjustmentChanges, type AdjustmentChanges } from "./adjustment-changes"
import type { CartPlan } from "./cart-plan"
import type { CartStageName } from "./cart-stages"
import { changesAmount, lineChanges, type LineChanges } from "./line-changes"
import { recordChanges, recordsOf } from "./record-changes"
import type { LineRecordChanges } from "./line-record"

/** What has to be done to a cart so that it is as planned. Plain data: a workflow may store it. */
export interface CartChanges {
  lines: LineChanges
  records: LineRecordChanges
  adjustments: AdjustmentChanges
}

/**
 * The one difference between a cart and its plan; of what is taken off, as far as these stages go. On the cart that it
 * makes it is empty.
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
 * The first stage by which a cart differs from its plan in what is sold or for how much; null: it does not. A lost key
 * and words in another language are no such difference.
 */
export function firstStaleStage({ lines, records, adjustments }: CartChanges): CartStageName | null {
  const hasOtherLines = [lines.create, lines.delete, records.create, records.delete].some((list) => list.length)
  if (hasOtherLines || lines.update.some(changesAmount)) {
    return "options_and_fees"
  }
  const stages = [...adjustments.add, ...adjustments.remove].map(({ stage }) => stage)
  return stages.find((stage) => stage === "trial") ?? stages[0] ?? null
}
