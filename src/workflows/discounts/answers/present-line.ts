import type { AnsweredLine, GivenDiscount, TracedDiscount } from "../../../contracts/discounts/answers"
import type { LineDiscount, TraceEntry } from "../../../rules/discounts"
import type { TracedLine } from "../cart/sale-trace"

/** A line of a sale, as it reads over HTTP. */
export const presentLine = (line: TracedLine): AnsweredLine => ({
  id: line.id,
  title: line.title,
  variant_id: line.variantId,
  unit_price: line.unitPrice,
  quantity: line.quantity,
  is_tax_inclusive: line.isTaxInclusive,
  price: line.price,
  amount: line.amount,
  discounts: line.discounts.map(presentDiscount),
  trace: line.trace.map(presentTrace),
  capped_by: line.cappedBy,
})

const presentDiscount = ({ discountId, renewalCycles, ...discount }: LineDiscount): GivenDiscount => ({
  ...discount,
  discount_id: discountId,
  renewal_cycles: renewalCycles,
})

const presentTrace = ({ discountId, ...looked }: TraceEntry): TracedDiscount => ({ ...looked, discount_id: discountId })
