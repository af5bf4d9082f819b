import { round, sum, type Decimal } from "../../money"
import type { InvoiceLine, InvoiceTax } from "./invoice-shape"
import type { TaxSum } from "./tax-sums"

/** The taxes as the invoice shows them, each with the net amount that it is on. */
export function invoiceTaxes(
  { sums, amounts, lines }: { sums: readonly TaxSum[]; amounts: readonly Decimal[]; lines: readonly InvoiceLine[] },
  currency: string,
): InvoiceTax[] {
  return sums.map(({ rate, lines: bearers }, index) => ({
    ...rate,
    base: round(sum(lines.filter((_, line) => bearers.has(line)).map(({ total }) => total)), currency),
    amount: amounts[index] ?? "0",
  }))
}
