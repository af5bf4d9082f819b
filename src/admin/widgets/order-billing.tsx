import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrderInvoices } from "../components/billing/invoices/order-invoices"
import { SubscriptionsOf } from "../components/billing/subscriptions/subscriptions-of"

/** The subscriptions that an order made, and the invoices that were issued for it. */
const OrderBilling = ({ data }: { data: { id: string } }) => (
  <>
    <SubscriptionsOf filter={{ order_id: data.id }} hideWhenEmpty />
    <OrderInvoices orderId={data.id} />
  </>
)

export const config = defineWidgetConfig({ zone: "order.details.after", id: "service-billing-order" })

export default OrderBilling
