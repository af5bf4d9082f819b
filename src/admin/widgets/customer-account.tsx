import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerAccountCard } from "../components/billing/balance/customer-account-card"

/** What the customer owes and what is held for them, on Medusa's own customer page. */
const CustomerAccount = ({ data }: { data: { id: string } }) => <CustomerAccountCard customerId={data.id} />

export const config = defineWidgetConfig({
  zone: "customer.details.side.before",
  id: "service-billing-customer-account",
})

export default CustomerAccount
