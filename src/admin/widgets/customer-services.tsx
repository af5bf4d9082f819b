import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerServicesCard } from "../components/provisioning/services/customer-services-card"

/** What a customer has, on Medusa's own customer page. */
const CustomerServices = ({ data }: { data: { id: string } }) => <CustomerServicesCard customerId={data.id} />

export const config = defineWidgetConfig({ zone: "customer.details.side.before", id: "service-provisioning-customer" })

export default CustomerServices
