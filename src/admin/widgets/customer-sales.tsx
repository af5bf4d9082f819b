import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerSalesCard } from "../components/sales/history/customer-sales-card"

/** A customer's sales history, on Medusa's own customer page. */
const CustomerSales = ({ data }: { data: { id: string } }) => <CustomerSalesCard customerId={data.id} />

export const config = defineWidgetConfig({ zone: "customer.details.side.before", id: "service-sales-customer" })

export default CustomerSales
