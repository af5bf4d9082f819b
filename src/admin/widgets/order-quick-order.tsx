import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { QuickOrderCard } from "../components/customers/orders/quick-order-card"

/** What the customer has written with a quick order, on Medusa's own order page. */
const OrderQuickOrder = ({ data }: { data: { metadata?: Record<string, unknown> | null } }) => (
  <QuickOrderCard metadata={data.metadata} />
)

export const config = defineWidgetConfig({ zone: "order.details.side.before", id: "service-customers-quick-order" })

export default OrderQuickOrder
