import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderPackagesCard } from "../components/packages/orders/order-packages-card"

interface WidgetProps {
  data: { id: string; currency_code: string }
}

/** Packages on Medusa's own page of an order: added, changed and refreshed. */
const OrderPackages = ({ data: { id, currency_code } }: WidgetProps) => (
  <OrderPackagesCard order={{ kind: "order-edits", id, currency_code }} />
)

export const config = defineWidgetConfig({ zone: "order.details.after", id: "service-packages-order" })

export default OrderPackages
