import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveAnswer } from "../../../../collectors"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"

export interface RecordSavedMethodInput {
  cart_id: string
  customer_id: string
  provider_id: string
  answer: SaveAnswer
}

/** Stores which method was saved for the cart. It is the last step of its workflow, so it needs no compensation. */
export const recordSavedMethodStep = createStep(
  "billing-record-saved-method",
  async ({ cart_id, customer_id, provider_id, answer }: RecordSavedMethodInput, { container }) => {
    if (answer.kind === "saved") {
      await container.resolve<BillingModuleService>(BILLING_MODULE).putSavedMethod({
        id: `bsm_${cart_id.replace(/^cart_/, "")}`,
        cart_id,
        customer_id,
        payment_provider_id: provider_id,
        payment_method: answer.method,
      })
    }
    return new StepResponse(answer)
  },
)
