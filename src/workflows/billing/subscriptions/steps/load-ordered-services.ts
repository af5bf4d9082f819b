import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  isRenewalOrder,
  linesWithSubscription,
  orderHasCycles,
  readConfirmedChange,
} from "../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService, type Database, orderHasRecords } from "../../../../modules/core"
import { makesSubscription } from "../../../../rules/billing"
import { loadOrder } from "../../../orders/load-orders"
import type { OrderFacts } from "../../../orders/order-facts"
import { orderedServices, type AddedLines, type OrderedService } from "../ordered-services"

export interface OrderedServices {
  order: OrderFacts
  services: OrderedService[]
}

export interface OrderedServicesInput {
  order_id: string
  /** Given: only what this confirmed change added to the order. */
  change_id?: string
}

/**
 * The services of an order that become subscriptions; null if there is nothing to do: a draft, an order of which each
 * such line has its subscription, or one without such lines. A renewal's order makes subscriptions of what an edit
 * adds, only.
 */
export const loadOrderedServicesStep = createStep(
  "billing-load-ordered-services",
  async (input: OrderedServicesInput, { container }) =>
    new StepResponse<OrderedServices | null>(await loadOrderedServices(container, input)),
)

async function loadOrderedServices(
  container: MedusaContainer,
  { order_id, change_id }: OrderedServicesInput,
): Promise<OrderedServices | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const added = change_id === undefined ? null : await addedLines(knex, change_id)
  const taken = new Set(await linesWithSubscription(knex, order_id))
  if (added ? !added.lineIds.size : taken.size || (await isRenewalOrder(knex, order_id))) {
    return null
  }
  if (!added && !(await mayHaveServices(container, order_id))) {
    return null
  }
  const order = await loadOrder(container, order_id)
  if (order.isDraft || (added && order.isCanceled)) {
    return null
  }
  const services = (await orderedServices(container, order, added)).filter(
    ({ line, terms }) => !taken.has(line.id) && makesSubscription(terms),
  )
  return services.length ? { order, services } : null
}

/** An order of plain goods alone is not read: none of its lines has a record or is of a billing cycle. */
async function mayHaveServices(container: MedusaContainer, orderId: string): Promise<boolean> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const core = container.resolve<CoreModuleService>(CORE_MODULE).db
  return (await orderHasRecords(core.knex, orderId)) || (await orderHasCycles(knex, orderId))
}

/** A claim replaces what was sold, so what it adds starts nothing of its own. */
async function addedLines(knex: Database, changeId: string): Promise<AddedLines> {
  const change = await readConfirmedChange(knex, changeId)
  const lineIds = new Set(change && change.change_type !== "claim" ? change.added : [])
  return { lineIds, at: change?.confirmed_at ?? new Date(0) }
}
