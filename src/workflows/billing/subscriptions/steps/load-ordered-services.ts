import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  isRenewalOrder,
  subscriptionsOfOrder,
} from "../../../../modules/billing"
import { makesSubscription } from "../../../../rules/billing"
import { loadOrder } from "../../../orders/load-orders"
import type { OrderFacts } from "../../../orders/order-facts"
import { orderedServices, type OrderedService } from "../ordered-services"

export interface Sale {
  order: OrderFacts
  services: OrderedService[]
}

/**
 * What an order sells that can make subscriptions; null where there is nothing to do: a draft, a renewal's own order, an
 * order that has its subscriptions, or one without such lines.
 */
export const loadOrderedServicesStep = createStep(
  "billing-load-ordered-services",
  async ({ order_id }: { order_id: string }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const made = await subscriptionsOfOrder(knex, order_id, { live: false })
    if (made.length || (await isRenewalOrder(knex, order_id))) {
      return new StepResponse<Sale | null>(null)
    }
    const order = await loadOrder(container, order_id)
    if (order.isDraft) {
      return new StepResponse<Sale | null>(null)
    }
    const services = (await orderedServices(container, order)).filter(({ terms }) => makesSubscription(terms))
    return new StepResponse<Sale | null>(services.length ? { order, services } : null)
  },
)
