import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderSaleCard } from "../components/sales/sale/order-sale-card"

/** Where an order's sale stands, with its time line, on Medusa's own order page. */
const OrderSale = ({ data }: { data: { id: string } }) => <OrderSaleCard orderId={data.id} />

export const config = defineWidgetConfig({ zone: "order.details.side.before", id: "service-sales-order" })

export default OrderSale
