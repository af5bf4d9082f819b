import type { DiscountRecordRow, NewApplied } from "../../../modules/discounts"
import type { AppliedToLine } from "../../../rules/discounts/report/applied-to-lines"

/** What a record's discount took off a line of its order, as the report's row. */
export const appliedLine = (
  record: DiscountRecordRow,
  { line, discountId, source, name, amount }: AppliedToLine,
  { orderId, kind }: { orderId: string; kind: NewApplied["kind"] },
): NewApplied => ({
  order_id: orderId,
  order_line_id: line.id,
  version: record.version,
  discount_id: discountId,
  source,
  name,
  amount,
  line_price: line.price,
  quantity: line.quantity,
  currency_code: record.currency_code,
  applied_on: record.as_of,
  kind,
})
