import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { undoCancelChange } from "../../../../rules/billing"
import { takeBackEnd } from "../../price-changes/take-back-end"
import { changeOneSubscription } from "../change-one-subscription"

export interface UndoCancelSubscriptionInput extends ChangeContext {
  id: string
  version?: number | undefined
  /** The customer who must own it; another's is not found. Admins leave it out. */
  customer_id?: string
}

/** Undoes a cancellation, in one transaction, so the step needs no compensation. */
export const undoCancelSubscriptionStep = createStep(
  "billing-undo-cancel-subscription",
  async (input: UndoCancelSubscriptionInput, { container }) => {
    const changed = await changeOneSubscription(container, input, async (row, options, trx) => {
      const answer = undoCancelChange(row, input.as_of, options)
      if (answer.ok) {
        await takeBackEnd(trx, input)
      }
      return answer
    })
    return new StepResponse(changed)
  },
)
