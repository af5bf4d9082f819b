import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderPackagesCard } from "../components/packages/orders/order-packages-card"

interface WidgetProps {
  data: { id: string; currency_code: string; region_id?: string | null; region?: { id: string } | null }
}

/** Packages on Medusa's own page of a draft: added, changed and refreshed. */
const DraftOrderPackages = ({ data: { id, currency_code, region_id, region } }: WidgetProps) => (
  <OrderPackagesCard order={{ kind: "draft-orders", id, currency_code, region_id: region_id ?? region?.id ?? null }} />
)

export const config = defineWidgetConfig({ zone: "draft_order.details.after", id: "service-packages-draft-order" })

export default DraftOrderPackages
