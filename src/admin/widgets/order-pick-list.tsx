import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { PickListCard } from "../components/packages/picking/pick-list-card"

/** What is to be picked for an order with packages, on Medusa's own order page. */
const OrderPickList = ({ data }: { data: { id: string } }) => <PickListCard orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.side.before", id: "service-packages-pick-list" })

export default OrderPickList
