import { subtract, sum, type Decimal } from "../../money"
import type { InvoiceDocument, InvoiceTax } from "../invoices/invoice-shape"

/** An invoice with the credit notes that name it. */
export interface CreditedInvoice {
  document: InvoiceDocument
  /** What it asks for: credit notes never come to more. */
  total: Decimal
  creditNotes: readonly InvoiceDocument[]
}

/** What an invoice's total is less its credit notes. */
export const creditable = ({ total, creditNotes }: CreditedInvoice): Decimal =>
  subtract(total, sum(creditNotes.map(({ totals }) => totals.payable)))

/** Net, by line: what was not credited yet. */
export function remainingNets({ document, creditNotes }: CreditedInvoice): Decimal[] {
  const credited = creditNotes.flatMap(({ lines }) => lines)
  return document.lines.map(({ total }, index) =>
    subtract(total, sum(credited.filter((line) => line.corrects_line === index + 1).map((line) => line.total))),
  )
}

const isSameRate = (a: InvoiceTax, b: InvoiceTax): boolean =>
  a.code === b.code && a.name === b.name && a.rate === b.rate

/** By rate, as the invoice has them: the tax that was not credited yet. */
export function remainingTaxes({ document, creditNotes }: CreditedInvoice): Decimal[] {
  const credited = creditNotes.flatMap(({ taxes }) => taxes)
  return document.taxes.map((tax) =>
    subtract(tax.amount, sum(credited.filter((one) => isSameRate(one, tax)).map(({ amount }) => amount))),
  )
}

/** What of the invoice's gift cards and the like the credit notes have not counted yet, by name. */
export function remainingCredits({ document, creditNotes }: CreditedInvoice): InvoiceDocument["credits"] {
  const counted = creditNotes.flatMap(({ credits }) => credits)
  return document.credits
    .filter(({ is_balance }) => !is_balance)
    .map(({ name, amount }) => ({
      name,
      amount: subtract(amount, sum(counted.filter((one) => one.name === name).map((one) => one.amount))),
    }))
}
