import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderDiscountsCard } from "../components/discounts/answers/order-discounts-card"

/** What came off an order and why, on Medusa's own order page. */
const OrderDiscounts = ({ data }: { data: { id: string } }) => <OrderDiscountsCard orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.side.before", id: "service-discounts-order" })

export default OrderDiscounts
