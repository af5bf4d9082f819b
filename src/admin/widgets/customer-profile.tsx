import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerProfileCard } from "../components/customers/profiles/customer-profile-card"

/** The customer's profile and notes, on Medusa's own customer page. */
const CustomerProfile = ({ data }: { data: { id: string } }) => <CustomerProfileCard customerId={data.id} />

export const config = defineWidgetConfig({ zone: "customer.details.side.before", id: "service-customers-profile" })

export default CustomerProfile
