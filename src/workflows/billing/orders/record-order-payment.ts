import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { settleOrderStep, type SettleOrderInput } from "./steps/settle-order"
import { syncFirstPaymentWorkflow } from "../subscriptions/sync-first-payment"

/**
 * Applies a change of an order's payment (captured, refunded, the order cancelled): its subscriptions start or end, and
 * its invoice, its renewal and past due cycles are settled. Running it again changes nothing.
 */
export const recordOrderPaymentWorkflow = createWorkflow("billing-record-order-payment", (input: SettleOrderInput) => {
  syncFirstPaymentWorkflow.runAsStep({ input })
  return new WorkflowResponse(settleOrderStep(input))
})
