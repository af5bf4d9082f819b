import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderReasons } from "../components/discounts/answers/order-reasons"

/** Why each line of an order costs what it costs, on Medusa's own order page. */
const OrderDiscounts = ({ data }: { data: { id: string } }) => <OrderReasons orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.after", id: "service-discounts-order" })

export default OrderDiscounts
