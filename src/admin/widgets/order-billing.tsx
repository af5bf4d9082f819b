import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderBillingCard } from "../components/billing/orders/order-billing-card"

/** What an order renews or has started, and its invoices, on Medusa's own order page. */
const OrderBilling = ({ data }: { data: { id: string } }) => <OrderBillingCard orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.side.before", id: "service-billing-order" })

export default OrderBilling
