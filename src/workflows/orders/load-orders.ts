import type { MedusaContainer, OrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, readCartBuyers } from "../../modules/core"
import type { OrderFacts } from "./order-facts"
import { orderFactsOf } from "./order-facts-of"
import type { Amount, OrderRecord } from "./order-record"

const FIELDS = [
  "id",
  "display_id",
  "version",
  "status",
  "is_draft_order",
  "created_at",
  "updated_at",
  "canceled_at",
  "customer_id",
  "customer.id",
  "customer.has_account",
  "customer.groups.id",
  "email",
  "locale",
  "region_id",
  "sales_channel_id",
  "currency_code",
  "metadata",
  "total",
  "shipping_address.*",
  "billing_address.*",
  "items.*",
  "items.detail.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "transactions.*",
  "cart.id",
  "promotions.code",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
  "fulfillments.*",
]

/**
 * Reads orders whole, as all rooms read them: with lines, taxes, adjustments, shipping, credits, customer, payments and
 * fulfilments. In the order of the ids; what does not exist is left out. A few statements, however many there are.
 */
export async function loadOrders(container: MedusaContainer, ids: string[]): Promise<OrderFacts[]> {
  if (!ids.length) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id: ids } })
  const byId = new Map((data as unknown as OrderRecord[]).map((order) => [order.id, order]))
  const orders = ids.flatMap((id) => {
    const order = byId.get(id)
    return order ? [orderFactsOf(order)] : []
  })
  return withoutTypedAccounts(container, orders)
}

/** An order that its module has made just now, as reading it again would give it: the module answers all but the total. */
export function factsOfNewOrder(order: OrderDTO): OrderFacts {
  const record = order as unknown as OrderRecord & { summary?: { raw_current_order_total?: Amount } }
  return orderFactsOf({ ...record, total: record.summary?.raw_current_order_total })
}

/**
 * Where accounts may be bound by e-mail address (an option), an order of such a cart is a guest's: nobody has logged in
 * to the account that Medusa has written on it.
 */
async function withoutTypedAccounts(container: MedusaContainer, orders: OrderFacts[]): Promise<OrderFacts[]> {
  const { db, options } = container.resolve<CoreModuleService>(CORE_MODULE)
  const cartIds = orders.flatMap(({ cartId, customer }) => (cartId !== null && customer?.hasAccount ? cartId : []))
  if (options.emailBinding === "guest" || !cartIds.length) {
    return orders
  }
  const buyers = await readCartBuyers(db.knex, cartIds)
  return orders.map((order) => {
    const buyer = buyers.get(order.cartId ?? "")
    const isTyped = buyer?.boundBy === "email" && buyer.customerId === order.customerId
    return isTyped ? { ...order, customerId: null, customer: null } : order
  })
}

/** One order; throws NOT_FOUND where there is none. */
export async function loadOrder(container: MedusaContainer, id: string): Promise<OrderFacts> {
  const [order] = await loadOrders(container, [id])
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${id} was not found`)
  }
  return order
}
