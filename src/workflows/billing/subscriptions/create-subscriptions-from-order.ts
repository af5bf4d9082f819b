import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CivilDate } from "../../../rules/calendar"
import { listOrderSubscriptionsStep } from "./steps/list-order-subscriptions"
import { loadOrderedServicesStep } from "./steps/load-ordered-services"
import { openSubscriptionsStep } from "./steps/open-subscriptions"
import { rememberMethodStep } from "../payment-methods/steps/remember-method"

export interface CreateSubscriptionsFromOrderInput {
  order_id: string
  /** The store's date on which it was placed, or on which the change was confirmed. */
  as_of: CivilDate
  /** Given: only of the lines that this confirmed change added. */
  change_id?: string
}

/**
 * Creates one subscription per recurring (or free, with a duration) line of a placed order, with the line's quantity
 * (B20). Returns the ids of the order's subscriptions, whether this run made them or an earlier one: running it again,
 * or in two processes at once, changes nothing. A renewal's order creates none.
 */
export const createSubscriptionsFromOrderWorkflow = createWorkflow(
  "billing-create-subscriptions-from-order",
  (input: CreateSubscriptionsFromOrderInput) => {
    const ordered = loadOrderedServicesStep(input)
    when("billing-order-makes-subscriptions", ordered, (ordered) => ordered !== null).then(() => {
      const method = rememberMethodStep(ordered)
      openSubscriptionsStep({ ordered, method, ordered_on: input.as_of })
    })
    return new WorkflowResponse(listOrderSubscriptionsStep(input))
  },
)
