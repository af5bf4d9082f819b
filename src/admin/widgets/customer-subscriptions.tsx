import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerSubscriptionsCard } from "../components/billing/subscriptions/customer-subscriptions-card"

/** What the customer has subscribed to, on Medusa's own customer page. */
const CustomerSubscriptions = ({ data }: { data: { id: string; email: string | null } }) => (
  <CustomerSubscriptionsCard customer={data} />
)

export const config = defineWidgetConfig({ zone: "customer.details.side.before", id: "service-billing-customer" })

export default CustomerSubscriptions
