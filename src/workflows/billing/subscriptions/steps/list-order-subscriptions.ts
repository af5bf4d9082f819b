import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, subscriptionsOfOrder } from "../../../../modules/billing"

/** The ids of the subscriptions that an order has made, those that were split off included. */
export const listOrderSubscriptionsStep = createStep(
  "billing-list-order-subscriptions",
  async ({ order_id }: { order_id: string }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    return new StepResponse(await subscriptionsOfOrder(knex, order_id, { live: false }))
  },
)
