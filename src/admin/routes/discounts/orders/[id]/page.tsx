import type { UIMatch } from "react-router-dom"
import { OrderDiscountEditor } from "../../../../components/discounts/order-discounts/order-discount-editor"
import { DiscountCrumb } from "../../../../components/discounts/editor/discount-crumb"
import { EditedDiscount } from "../../../../components/discounts/editor/edited-discount"
import { ORDER_DISCOUNTS } from "../../../../lib/discounts/discount-kinds"

const OrderDiscountPage = () => (
  <EditedDiscount kind={ORDER_DISCOUNTS}>
    {(discount, id, currencies) => <OrderDiscountEditor key={id} discount={discount} currencies={currencies} />}
  </EditedDiscount>
)

export const handle = {
  breadcrumb: ({ params }: UIMatch) => (
    <DiscountCrumb kind={ORDER_DISCOUNTS} id={params.id ?? ""} name="orders.one" newName="orders.new" />
  ),
}

export default OrderDiscountPage
