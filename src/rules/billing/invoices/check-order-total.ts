import { compare, isNegative, minorUnits, multiply, negate, subtract, sum, type Decimal } from "../../money"
import type { InvoiceFacts } from "./invoice-facts"

/**
 * Refuses an invoice whose lines do not add up to the order's total. Medusa divides to twenty digits, so a difference
 * of less than half a minor unit is its rounding.
 */
export function checkOrderTotal(facts: InvoiceFacts, gross: Decimal): void {
  if (facts.orderTotal === null || facts.orderTotal === undefined) {
    return
  }
  const computed = subtract(gross, sum((facts.credits ?? []).map(({ amount }) => amount)))
  const difference = subtract(facts.orderTotal, computed)
  const distance = isNegative(difference) ? negate(difference) : difference
  const unit = `1${"0".repeat(minorUnits(facts.currencyCode))}`
  if (compare(multiply(distance, unit), "0.5") >= 0) {
    throw new RangeError(
      `the lines of order ${facts.order.id} come to ${computed}, but its total is ${facts.orderTotal}: no invoice is made of it`,
    )
  }
}
