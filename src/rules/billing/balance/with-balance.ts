import { isZero, subtract, type Decimal } from "../../money"
import { invoiceTotals } from "../invoices/invoice-totals"
import type { RenewalDraft } from "../renewals/draft-renewal-invoice"

const NAMES = { en: "Account balance", fr: "Solde du compte" }
const nameOf = (locale: string | null): string => (/^fr\b/i.test(locale ?? "") ? NAMES.fr : NAMES.en)

/**
 * A renewal that is paid from its customer's balance, in part or whole: the document has it as a credit, and what is to
 * be paid and collected falls by it.
 */
export function withBalance(draft: RenewalDraft, amount: Decimal): RenewalDraft {
  const { document, collection } = draft
  const currency = document.currency_code
  const payable = subtract(document.totals.payable, amount)
  const credits = [...document.credits, { name: nameOf(document.locale), amount, is_balance: true }]
  const totals = invoiceTotals({ ...document, credits }, { currency, payable })
  return {
    ...draft,
    payable: totals.payable,
    collection: { ...collection, amount: isZero(payable) ? totals.payable : subtract(collection.amount, amount) },
    document: { ...document, credits, totals },
  }
}
