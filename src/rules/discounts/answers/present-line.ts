import type { Decimal } from "../../money"
import type { DiscountedLine, LineDiscount, TraceEntry } from "../types"

/** An evaluated line with its discounts and their trace. */
export interface LineToPresent extends DiscountedLine {
  title: string
  variantId: string | null
  unitPrice: Decimal
  quantity: number
  isTaxInclusive: boolean
}

/** The same line as HTTP shows it. */
export const presentLine = (line: LineToPresent) => ({
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

const presentDiscount = ({ discountId, renewalCycles, ...discount }: LineDiscount) => ({
  ...discount,
  discount_id: discountId,
  renewal_cycles: renewalCycles,
})

const presentTrace = ({ discountId, ...checked }: TraceEntry) => ({ ...checked, discount_id: discountId })
