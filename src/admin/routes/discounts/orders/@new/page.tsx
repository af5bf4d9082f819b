import { EditedDiscount } from "../../../../components/discounts/editor/edited-discount"
import { OrderDiscountEditor } from "../../../../components/discounts/order-discounts/order-discount-editor"
import { Crumb } from "../../../../components/ui/crumb"
import { ORDER_DISCOUNTS } from "../../../../lib/discounts/discount-kinds"

/** Creating one is a layer over the list. */
const NewOrderDiscountPage = () => (
  <EditedDiscount kind={ORDER_DISCOUNTS}>
    {(discount, id, currencies) => <OrderDiscountEditor key={id} discount={discount} currencies={currencies} />}
  </EditedDiscount>
)

export const handle = { breadcrumb: () => <Crumb room="discounts" name="orders.new" /> }

export default NewOrderDiscountPage
