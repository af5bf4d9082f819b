import { add, compare, multiply, type Decimal } from "../../money"
import type { InvoiceLineFacts } from "./invoice-facts"
import type { InvoiceTaxRate } from "./invoice-shape"
import type { LineAmounts } from "./line-amounts"

/** One tax of a document, not rounded, with the indices of the lines that bear it. */
export interface TaxSum {
  rate: InvoiceTaxRate
  amount: Decimal
  lines: Set<number>
}

/** The tax of each rate over all lines; two taxes of one rate but another name stay apart. The highest rate first. */
export function taxSums(lines: readonly InvoiceLineFacts[], amounts: readonly LineAmounts[]): TaxSum[] {
  const sums = new Map<string, TaxSum>()
  lines.forEach((line, lineIndex) =>
    line.taxRates.forEach(({ code, name, rate }, rateIndex) => {
      const plainRate = multiply(String(rate), 1)
      const key = JSON.stringify([code, name, plainRate])
      const known = sums.get(key) ?? { rate: { code, name, rate: plainRate }, amount: "0", lines: new Set() }
      known.amount = add(known.amount, amounts[lineIndex]?.taxes[rateIndex] ?? "0")
      known.lines.add(lineIndex)
      sums.set(key, known)
    }),
  )
  return [...sums.values()].sort(
    (a, b) =>
      compare(b.rate.rate, a.rate.rate) ||
      compareText(a.rate.name, b.rate.name) ||
      compareText(a.rate.code ?? "", b.rate.code ?? ""),
  )
}

/** By code unit: the same in every process, whatever its language. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
