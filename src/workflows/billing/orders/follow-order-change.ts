import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CivilDate } from "../../../rules/calendar"
import { issueOrderInvoiceWorkflow } from "../invoices/issue-order-invoice"
import { createSubscriptionsFromOrderWorkflow } from "../subscriptions/create-subscriptions-from-order"
import { followOrderLinesStep } from "./steps/follow-order-lines"

export interface FollowOrderChangeInput {
  order_id: string
  /** Medusa's confirmed change. */
  change_id: string
  /** The store's date on which it was confirmed. */
  as_of: CivilDate
}

/**
 * Has subscriptions and invoices follow a confirmed edit, return, exchange or claim of their order (decision 0024): the
 * lines' units and prices, then what the change added, which gets what a sale gives. Running it again changes nothing.
 */
export const followOrderChangeWorkflow = createWorkflow(
  "billing-follow-order-change",
  (input: FollowOrderChangeInput) => {
    followOrderLinesStep(transform({ input }, ({ input: { order_id, as_of } }) => ({ order_id, as_of })))
    const subscriptions = createSubscriptionsFromOrderWorkflow.runAsStep({ input })
    issueOrderInvoiceWorkflow.runAsStep({ input })
    return new WorkflowResponse(subscriptions)
  },
)
