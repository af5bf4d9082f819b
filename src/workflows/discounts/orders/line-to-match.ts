import { sum } from "../../../rules/money"
import type { OrderLineFacts } from "../../orders/order-facts"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import type { LineToMatch } from "../../../rules/discounts/records/match-traced-lines"

/** The fields of an order's line that find its line in the discount record. */
export const lineToMatch = (line: OrderLineFacts): LineToMatch => ({
  id: line.id,
  variantId: line.variantId,
  productId: line.productId,
  unitPrice: line.unitPrice,
  quantity: Number(line.quantity),
  metadata: line.metadata,
  discounted: sum(
    line.adjustments.filter(({ providerId }) => providerId === DISCOUNT_PROVIDER).map(({ amount }) => amount),
  ),
})
