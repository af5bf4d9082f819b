import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  hasSubscriptions,
  isRenewalOrder,
} from "../../../../modules/billing"
import { makesSubscription } from "../../../../rules/billing"
import { loadSoldOrder, type SoldOrder } from "../../../orders/sold-order"
import { soldServices, type SoldService } from "../sold-services"

export interface Sale {
  order: SoldOrder
  services: SoldService[]
}

/**
 * What an order sells that can make subscriptions; null where there is nothing to do: a draft, a renewal's own order, an
 * order that has its subscriptions, or one without such lines.
 */
export const loadSaleStep = createStep(
  "billing-load-sale",
  async ({ order_id }: { order_id: string }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    if ((await hasSubscriptions(knex, order_id)) || (await isRenewalOrder(knex, order_id))) {
      return new StepResponse<Sale | null>(null)
    }
    const order = await loadSoldOrder(container, order_id)
    if (order.isDraft) {
      return new StepResponse<Sale | null>(null)
    }
    const services = (await soldServices(container, order)).filter(({ terms }) => makesSubscription(terms))
    return new StepResponse<Sale | null>(services.length ? { order, services } : null)
  },
)
