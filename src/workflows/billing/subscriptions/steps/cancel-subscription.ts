import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type ChangeContext,
  type ChangeRecord,
  scheduledChanges,
  type SubscriptionRecord,
} from "../../../../modules/billing"
import { cancelChange, changedColumns } from "../../../../rules/billing"
import { withdrawChange } from "../../changes/apply-scheduled-changes"
import { requireAllowed } from "../../changes/require-allowed"
import { changeOneSubscription } from "../change-one-subscription"

export interface CancelSubscriptionInput extends ChangeContext {
  id: string
  when: "now" | "period_end"
  reason: string | null
  version?: number | undefined
  /** The customer who must own it; another's is not found. Admins leave it out. */
  customer_id?: string
  /** Refused where the option `customerChanges` does not name it. */
  only_if_allowed?: true
}

/** Cancels, or schedules the cancellation, in one transaction, so the step needs no compensation. */
export const cancelSubscriptionStep = createStep(
  "billing-cancel-subscription",
  async (input: CancelSubscriptionInput, { container }) => {
    const { when, reason, as_of: asOf } = input
    const isCustomer = input.customer_id !== undefined
    const changed = await changeOneSubscription(container, input, async (row, options, trx) => {
      if (input.only_if_allowed) {
        requireAllowed("cancel", input, options)
      }
      const [scheduled] = await scheduledChanges(trx, [row.id])
      const answer = cancelChange(asBilled(row, scheduled, options), { when, reason, asOf, isCustomer }, options)
      if (answer.ok && scheduled && (scheduled.billed_cycle === null || answer.change.type === "canceled")) {
        await withdrawChange(trx, { row, change: scheduled, reason: "the subscription is canceled" }, input)
      }
      return answer
    })
    return new StepResponse(changed)
  },
)

/** What is billed for other terms ends with the cycle of those. */
const asBilled = (
  row: SubscriptionRecord,
  scheduled: ChangeRecord | undefined,
  options: { invoiceDaysBefore: number },
): SubscriptionRecord => {
  if (!scheduled || scheduled.billed_cycle === null) {
    return row
  }
  const { kind, on_date: on, to, billed_cycle: cycle } = scheduled
  return { ...row, ...changedColumns(row, { kind, on, to, cycle }, options) }
}
