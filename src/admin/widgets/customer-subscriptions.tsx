import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { SubscriptionsOf } from "../components/billing/subscriptions/subscriptions-of"

/** What the customer has subscribed to. */
const CustomerSubscriptions = ({ data }: { data: { id: string } }) => (
  <SubscriptionsOf filter={{ customer_id: data.id }} />
)

export const config = defineWidgetConfig({ zone: "customer.details.after", id: "service-billing-customer" })

export default CustomerSubscriptions
