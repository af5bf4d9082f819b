import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ServicesCard } from "../components/provisioning/services/services-card"

/** What is delivered of an order, on Medusa's own order page. */
const OrderServices = ({ data }: { data: { id: string } }) => <ServicesCard of={{ order_id: data.id }} />

export const config = defineWidgetConfig({ zone: "order.details.side.before", id: "service-provisioning-order" })

export default OrderServices
