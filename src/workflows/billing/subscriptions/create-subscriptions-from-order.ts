import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CivilDate } from "../../../rules/calendar"
import { listOrderSubscriptionsStep } from "./steps/list-order-subscriptions"
import { loadOrderedServicesStep } from "./steps/load-ordered-services"
import { openSubscriptionsStep } from "./steps/open-subscriptions"
import { rememberMethodStep } from "../payment-methods/steps/remember-method"

export interface CreateSubscriptionsFromOrderInput {
  order_id: string
  /** The store's date on which it was sold. */
  as_of: CivilDate
}

/**
 * Makes one subscription per recurring (or free, with a duration) line of a placed order, with the line's quantity (B20).
 * Answers the ids of the order's subscriptions, whether this run made them or an earlier one: running it again, or in two
 * processes at once, changes nothing. A renewal's order makes none.
 */
export const createSubscriptionsFromOrderWorkflow = createWorkflow(
  "billing-create-subscriptions-from-order",
  (input: CreateSubscriptionsFromOrderInput) => {
    const sale = loadOrderedServicesStep(input)
    when("billing-order-makes-subscriptions", sale, (sale) => sale !== null).then(() => {
      const method = rememberMethodStep(sale)
      openSubscriptionsStep({ sale, method, ordered_on: input.as_of })
    })
    return new WorkflowResponse(listOrderSubscriptionsStep(input))
  },
)
