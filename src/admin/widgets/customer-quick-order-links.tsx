import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { QuickOrderLinks } from "../components/customers/links/quick-order-links"

/** The quick-order link of a customer, on Medusa's own customer page. */
const CustomerQuickOrderLinks = ({ data }: { data: { id: string } }) => <QuickOrderLinks of={{ customerId: data.id }} />

export const config = defineWidgetConfig({
  zone: "customer.details.side.before",
  id: "service-customers-quick-order-links",
})

export default CustomerQuickOrderLinks
