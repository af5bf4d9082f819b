import type { OrderAdjustmentFacts, OrderLineFacts } from "../../../rules/discounts/orders/order-adjustments"
import { isSameAdjustments } from "../../../rules/discounts/orders/is-same-adjustments"
import { multiply } from "../../../rules/money"
import { decimalOf } from "../cart/evaluation-context"
import { quantityOf, taxRateOf, unitPriceOf } from "../cart/to-evaluated-line"
import type { OrderAdjustment, OrderItem, OrderState } from "./order-state"

/** Maps an order's adjustment to a fact. */
export const toAdjustmentFacts = (item_id: string, one: OrderAdjustment): OrderAdjustmentFacts => ({
  item_id,
  amount: decimalOf(one.amount, one.raw_amount),
  is_tax_inclusive: one.is_tax_inclusive ?? false,
  description: one.description ?? null,
  code: one.code ?? null,
  promotion_id: one.promotion_id ?? null,
  provider_id: one.provider_id ?? null,
})

export const toOrderLineFacts = (item: OrderItem): OrderLineFacts => ({
  id: item.id,
  price: multiply(unitPriceOf(item), quantityOf(item)),
  isTaxInclusive: item.is_tax_inclusive ?? false,
  taxRate: taxRateOf(item),
  adjustments: item.adjustments.map((one) => toAdjustmentFacts(item.id, one)),
})

/** Whether a line has these adjustments and no others. */
export const isSame = (wanted: OrderAdjustmentFacts[], found: OrderAdjustment[] | undefined): boolean =>
  isSameAdjustments(
    wanted,
    (found ?? []).map((one) => toAdjustmentFacts("", one)),
  )

/** All lines of a draft are evaluated, as in a cart; of a placed order, those that its edit touches. */
export const isLineEvaluated = ({ order, change }: OrderState, lineId: string): boolean =>
  order.is_draft_order || (change?.touched.has(lineId) ?? false)
