import { add, round, subtract, sum, type Decimal } from "../../money"
import type { InvoiceDocument, InvoiceTotals } from "./invoice-shape"

/** Adds up what the invoice shows; nothing is rounded here, only padded. `payable`: what is to be paid. */
export function invoiceTotals(
  { lines, taxes, credits }: Pick<InvoiceDocument, "lines" | "taxes" | "credits">,
  { currency, payable }: { currency: string; payable: Decimal },
): InvoiceTotals {
  const written = (amount: Decimal): Decimal => round(amount, currency)
  const amountsOf = (list: readonly { amount: Decimal }[]): Decimal => sum(list.map(({ amount }) => amount))
  const isShipping = ({ kind }: { kind: string }): boolean => kind === "shipping"
  const tax = amountsOf(taxes)
  const credit = amountsOf(credits)
  const total = add(sum(lines.map((line) => line.total)), tax)
  return {
    subtotal: written(sum(lines.filter((line) => !isShipping(line)).map((line) => line.subtotal))),
    discount: written(sum(lines.map((line) => amountsOf(line.discounts)))),
    shipping: written(sum(lines.filter(isShipping).map((line) => line.subtotal))),
    tax: written(tax),
    total: written(total),
    credit: written(credit),
    rounding: written(subtract(payable, subtract(total, credit))),
    payable: written(payable),
  }
}
