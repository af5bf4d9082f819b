import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CivilDate } from "../../../rules/calendar"
import { createSubscriptionsFromOrderWorkflow } from "../subscriptions/create-subscriptions-from-order"
import { issueOrderInvoiceWorkflow } from "../invoices/issue-order-invoice"

export interface RecordPlacedOrderInput {
  order_id: string
  /** The store's date on which the order was placed. */
  as_of: CivilDate
}

/**
 * Records a placed order: creates its subscriptions, then its invoice, which names their periods. So an order with an
 * invoice is complete. Running it again changes nothing.
 */
export const recordPlacedOrderWorkflow = createWorkflow(
  "billing-record-placed-order",
  (input: RecordPlacedOrderInput) => {
    const subscriptions = createSubscriptionsFromOrderWorkflow.runAsStep({ input })
    issueOrderInvoiceWorkflow.runAsStep({ input })
    return new WorkflowResponse(subscriptions)
  },
)
