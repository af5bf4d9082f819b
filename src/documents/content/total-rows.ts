import { taxLabel, type InvoiceDocument } from "../../rules/billing"
import { compare, isZero, negate, subtract, type Decimal } from "../../rules/money"
import type { DocumentTexts } from "../texts/document-texts"
import { writeAmount } from "../texts/write-amount"
import { inCurrency } from "./line-rows"

export interface TotalRow {
  label: string
  amount: string
  /** The last one: what is owed. */
  isStrong: boolean
}

/** The totals from the sum of the lines to what is to be paid; those of nothing are left out. */
export function totalRows(document: InvoiceDocument, texts: DocumentTexts): TotalRow[] {
  const { totals, taxes, credits, currency_code: currency } = document
  const written = (amount: Decimal): string => inCurrency(amount, currency, texts)
  const optional = (label: string, amount: Decimal): [string, string][] =>
    isZero(amount) ? [] : [[label, written(amount)]]
  const net = subtract(totals.total, totals.tax)
  const isNetAtOnce = taxes.length > 0 && compare(totals.subtotal, net) === 0
  const rows: [string, string][] = [
    ...(isNetAtOnce ? [] : [[texts.subtotal, written(totals.subtotal)] as [string, string]]),
    ...optional(texts.shipping, totals.shipping),
    ...optional(texts.discounts, negate(totals.discount)),
    ...(taxes.length ? [[texts.netTotal, written(net)] as [string, string]] : []),
    ...taxes.map(({ name, rate, amount }): [string, string] => [
      taxLabel({ name, rate }, texts.percent(writeAmount(rate, texts))),
      written(amount),
    ]),
    [texts.total, written(totals.total)],
    ...credits.map(({ name, amount }): [string, string] => [name, written(negate(amount))]),
    ...optional(texts.rounding, totals.rounding),
  ]
  const last = document.kind === "credit_note" ? texts.credited : texts.payable
  return [
    ...rows.map(([label, amount]) => ({ label, amount, isStrong: false })),
    { label: `${last} (${currency.toUpperCase()})`, amount: written(totals.payable), isStrong: true },
  ]
}
