import { Crumb } from "../../../../components/ui/crumb"
import { OrderDiscountEditor } from "../../../../components/discounts/order-discounts/order-discount-editor"
import { EditedDiscount } from "../../../../components/discounts/editor/edited-discount"
import type { OrderDiscountAnswer } from "../../../../../contracts/discounts/order-discounts"
import { queryKeys } from "../../../../lib/query-keys"

const OrderDiscountPage = () => (
  <EditedDiscount
    queryKey={queryKeys.orderDiscounts}
    api="/admin/discounts/order-discounts"
    read={({ order_discount }: { order_discount: OrderDiscountAnswer }) => order_discount}
  >
    {(discount, id, currencies) => <OrderDiscountEditor key={id} discount={discount} currencies={currencies} />}
  </EditedDiscount>
)

export const handle = { breadcrumb: () => <Crumb room="discounts" name="orders.one" /> }

export default OrderDiscountPage
