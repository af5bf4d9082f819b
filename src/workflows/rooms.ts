import { billingOrders } from "./billing/orders/billing-orders"
import { discountsOrders } from "./discounts/orders/discounts-orders"
import type { OrderRoom } from "./orders/order-room"

/**
 * The rooms that hear of orders, in the order in which they hear of one change. Discounts are bound to an order before
 * billing sells its subscriptions. A merchant's own code may add a room of its own when it is loaded.
 */
export const orderRooms: OrderRoom[] = [discountsOrders, billingOrders]
