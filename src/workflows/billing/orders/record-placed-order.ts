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
 * What billing makes of a placed order: its subscriptions first, then its invoice, which names their periods. So an
 * order that has its invoice has everything, and the sweep can tell. Running it again changes nothing.
 */
export const recordPlacedOrderWorkflow = createWorkflow(
  "billing-record-placed-order",
  (input: RecordPlacedOrderInput) => {
    const subscriptions = createSubscriptionsFromOrderWorkflow.runAsStep({ input })
    issueOrderInvoiceWorkflow.runAsStep({ input })
    return new WorkflowResponse(subscriptions)
  },
)
