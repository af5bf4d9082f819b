import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"

/** The ids of the subscriptions that an order has made, those that were split off included. */
export const listOrderSubscriptionsStep = createStep(
  "billing-list-order-subscriptions",
  async ({ order_id }: { order_id: string }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids: string[] = await knex("billing_subscription")
      .where({ order_id })
      .whereNull("deleted_at")
      .orderBy("id")
      .pluck("id")
    return new StepResponse(ids)
  },
)
