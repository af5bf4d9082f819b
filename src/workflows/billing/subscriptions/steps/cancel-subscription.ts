import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type SubscriptionChange, type SubscriptionRecord, toSubscriptionFacts } from "../../../../modules/billing"
import type { BillingOptions } from "../../../../options"
import { decideCancel } from "../../../../rules/billing"
import type { CancelSubscriptionInput } from "../cancel-subscription"
import { changeOneSubscription } from "../change-one-subscription"
import { canceledChange, nextDueOf } from "../subscription-changes"

/** Cancels, or notes when it will be; in one transaction, so there is nothing to compensate within the step. */
export const cancelSubscriptionStep = createStep(
  "billing-cancel-subscription",
  async (input: CancelSubscriptionInput, { container }) =>
    new StepResponse(await changeOneSubscription(container, input, (row, options) => changeFor(row, input, options))),
)

function changeFor(
  row: SubscriptionRecord,
  { when, reason, as_of }: CancelSubscriptionInput,
  options: BillingOptions,
): SubscriptionChange {
  const decision = decideCancel({ subscription: toSubscriptionFacts(row), when, asOf: as_of })
  switch (decision.kind) {
    case "refuse":
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.reason)
    case "cancel_now":
      return canceledChange(decision.on, reason)
    case "schedule": {
      const patch = { cancel_on: decision.on, cancel_reason: reason }
      return {
        type: "cancel_scheduled",
        patch: { ...patch, next_due_on: nextDueOf({ ...row, ...patch }, options) },
        data: { on: decision.on, reason },
      }
    }
  }
}
