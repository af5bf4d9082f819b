import { add, isPositive, multiply, quotient, subtract, sum, type Decimal } from "../../money"
import type { InvoiceLineFacts } from "./invoice-facts"

/** The amounts of one line by Medusa's formulas, not rounded. */
export interface LineAmounts {
  /** Net, before discounts. */
  subtotal: Decimal
  /** Net, one of each discount. */
  discounts: Decimal[]
  /** Net, after discounts. */
  net: Decimal
  /** One of each tax rate. */
  taxes: Decimal[]
  /** With tax. Never divided, so that it is exact where the net amount of a price with tax in it cannot be. */
  gross: Decimal
}

export function lineAmounts(line: InvoiceLineFacts): LineAmounts {
  const rates = line.taxRates.map(({ rate }) => multiply(String(rate), "0.01"))
  const factor = add("1", ...rates)
  const netOf = (amount: Decimal, isTaxInclusive: boolean): Decimal =>
    isTaxInclusive && isPositive(sum(rates)) ? quotient(amount, factor) : amount
  const grossOf = (amount: Decimal, isTaxInclusive: boolean): Decimal =>
    isTaxInclusive ? amount : multiply(amount, factor)

  const price = multiply(line.unitPrice, line.quantity)
  const subtotal = netOf(price, line.isTaxInclusive)
  const discounts = line.discounts.map(({ amount, isTaxInclusive }) => netOf(amount, isTaxInclusive))
  const net = subtract(subtotal, sum(discounts))
  const grossDiscounts = line.discounts.map(({ amount, isTaxInclusive }) => grossOf(amount, isTaxInclusive))
  return {
    subtotal,
    discounts,
    net,
    taxes: rates.map((rate) => multiply(net, rate)),
    gross: subtract(grossOf(price, line.isTaxInclusive), sum(grossDiscounts)),
  }
}
