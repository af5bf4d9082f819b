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

export interface OrderedServices {
  order: OrderFacts
  services: OrderedService[]
}

/**
 * The services of an order that become subscriptions; null if there is nothing to do: a draft, a renewal's order, an
 * order that has its subscriptions, or one without such lines.
 */
export const loadOrderedServicesStep = createStep(
  "billing-load-ordered-services",
  async ({ order_id }: { order_id: string }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const existing = await subscriptionsOfOrder(knex, order_id, { live: false })
    if (existing.length || (await isRenewalOrder(knex, order_id))) {
      return new StepResponse<OrderedServices | null>(null)
    }
    const order = await loadOrder(container, order_id)
    if (order.isDraft) {
      return new StepResponse<OrderedServices | null>(null)
    }
    const services = (await orderedServices(container, order)).filter(({ terms }) => makesSubscription(terms))
    return new StepResponse<OrderedServices | null>(services.length ? { order, services } : null)
  },
)
