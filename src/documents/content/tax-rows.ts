import { taxLabel, type InvoiceDocument } from "../../rules/billing"
import type { DocumentTexts } from "../texts/document-texts"
import { writeAmount } from "../texts/write-amount"
import { inCurrency } from "./line-rows"

export interface TaxRow {
  name: string
  base: string
  amount: string
}

/** The tax table, by rate, as the document has it. */
export const taxRows = ({ taxes, currency_code }: InvoiceDocument, texts: DocumentTexts): TaxRow[] =>
  taxes.map(({ name, rate, base, amount }) => ({
    name: taxLabel({ name, rate }, texts.percent(writeAmount(rate, texts))),
    base: inCurrency(base, currency_code, texts),
    amount: inCurrency(amount, currency_code, texts),
  }))
