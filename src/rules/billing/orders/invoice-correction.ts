import { isPositive, isZero, max, min, round, subtract, sum, type Decimal } from "../../money"

/** An order's money as it is now, in major units. */
export interface OrderMoney {
  isCanceled: boolean
  /** Less credit lines, as Medusa has it. */
  total: Decimal
  captured: Decimal
  refunded: Decimal
  /** Of that, what does not stand in the order's books. */
  unbooked: Decimal
  currencyCode: string
}

/**
 * What an order comes to for its buyer. A refund that stands in its books is in its total: Medusa lowers the total by what the
 * buyer had not paid too much. One that does not was made beside Medusa's workflows, and is counted here in the same way.
 */
export function owedForOrder({ isCanceled, total, captured, refunded, unbooked, currencyCode }: OrderMoney): Decimal {
  if (isCanceled) {
    return round("0", currencyCode)
  }
  const kept = subtract(captured, subtract(refunded, unbooked))
  const overpaid = max("0", subtract(kept, total))
  const givenBack = max("0", subtract(unbooked, overpaid))
  return round(max("0", subtract(total, min(givenBack, total))), currencyCode)
}

export interface InvoicedSoFar {
  /** Totals of the order's invoices. */
  invoices: readonly Decimal[]
  /** Corrections recorded before; below zero: to be credited. */
  corrections: readonly Decimal[]
}

/**
 * The correction that an order's invoices need (B31, B51), or null: what the order comes to now, less what was invoiced
 * and corrected so far. Below zero a credit note is due, above it a further invoice.
 */
export function invoiceCorrection(money: OrderMoney, { invoices, corrections }: InvoicedSoFar): Decimal | null {
  const difference = round(subtract(owedForOrder(money), sum([...invoices, ...corrections])), money.currencyCode)
  return isZero(difference) ? null : difference
}

/** Whether a credit note is due, rather than a further invoice. */
export const isCredit = (correction: Decimal): boolean => !isPositive(correction)
