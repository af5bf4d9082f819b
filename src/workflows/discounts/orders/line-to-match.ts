import { sum } from "../../../rules/money"
import type { OrderLineFacts } from "../../orders/order-facts"
import { DISCOUNT_PROVIDER } from "../cart/discount-provider"
import type { LineToMatch } from "../../../rules/discounts/records/match-traced-lines"

/** An order's line as far as it tells which line of the sale's record it was. */
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
