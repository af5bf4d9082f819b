import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { settlePaidOrderStep, type SettlePaidOrderInput } from "./steps/settle-paid-order"
import { syncFirstPaymentWorkflow } from "../subscriptions/sync-first-payment"

/**
 * What billing makes of news about an order's payment (captured, refunded, the order cancelled): the subscriptions that
 * it sold start or end, and its invoice, its renewal and what is past due are settled. The same news twice changes
 * nothing more.
 */
export const recordOrderPaymentWorkflow = createWorkflow(
  "billing-record-order-payment",
  (input: SettlePaidOrderInput) => {
    syncFirstPaymentWorkflow.runAsStep({ input })
    return new WorkflowResponse(settlePaidOrderStep(input))
  },
)
