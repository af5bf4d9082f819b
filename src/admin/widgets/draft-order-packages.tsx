import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderPackagesCard } from "../components/packages/orders/order-packages-card"

interface WidgetProps {
  data: { id: string; currency_code: string }
}

/** Packages on Medusa's own page of a draft: added, changed and refreshed. */
const DraftOrderPackages = ({ data: { id, currency_code } }: WidgetProps) => (
  <OrderPackagesCard order={{ kind: "draft-orders", id, currency_code }} />
)

export const config = defineWidgetConfig({ zone: "draft_order.details.after", id: "service-packages-draft-order" })

export default DraftOrderPackages
