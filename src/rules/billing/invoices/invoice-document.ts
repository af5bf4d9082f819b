import { daysBetween } from "../../calendar"
import { roundToSum, sum } from "../../money"
import { checkLineParents } from "./check-line-parents"
import { checkOrderTotal } from "./check-order-total"
import type { InvoiceFacts } from "./invoice-facts"
import { invoiceLines } from "./invoice-lines"
import { invoiceAddress, invoiceBuyer, invoiceSeller } from "./invoice-party"
import type { InvoiceDocument } from "./invoice-shape"
import { invoiceTaxes } from "./invoice-taxes"
import { invoiceTotals } from "./invoice-totals"
import { lineAmounts } from "./line-amounts"
import { taxSums } from "./tax-sums"

/**
 * The document of an invoice. The order's total is rounded once; the net lines and the tax of each rate are then
 * rounded by largest remainder, so that they add up to it exactly. Where the payment provider takes another amount, the
 * difference stands as rounding. Throws RangeError where the lines do not come to the order's total, or where one has a
 * parent that it cannot have.
 */
export function invoiceDocument(facts: InvoiceFacts): InvoiceDocument {
  const currency = facts.currencyCode
  return { ...heading(facts), ...figures(facts, currency) }
}

function heading(facts: InvoiceFacts): Omit<InvoiceDocument, "lines" | "taxes" | "credits" | "totals"> {
  return {
    number: facts.number,
    kind: facts.kind,
    corrects_number: facts.correctsNumber ?? null,
    locale: facts.locale,
    currency_code: facts.currencyCode.toLowerCase(),
    issued_on: facts.issuedOn,
    due_on: facts.dueOn,
    payment_terms: { collection_method: facts.collectionMethod, days: daysToPay(facts) },
    order: { id: facts.order.id, display_id: facts.order.displayId },
    subscription_id: facts.subscriptionId,
    seller: invoiceSeller(facts.seller),
    buyer: invoiceBuyer(facts),
    shipping_address: facts.shippingAddress && invoiceAddress(facts.shippingAddress),
  }
}

/** What is issued after its due date, when a run catches up, is due at once. */
function daysToPay({ issuedOn, dueOn }: InvoiceFacts): number {
  return Math.max(0, daysBetween(issuedOn, dueOn))
}

function figures(
  facts: InvoiceFacts,
  currency: string,
): Pick<InvoiceDocument, "lines" | "taxes" | "credits" | "totals"> {
  checkLineParents(facts)
  const amounts = facts.lines.map(lineAmounts)
  const gross = sum(amounts.map((line) => line.gross))
  checkOrderTotal(facts, gross)

  const sums = taxSums(facts.lines, amounts)
  const exactParts = [...amounts.map((line) => line.net), ...sums.map(({ amount }) => amount)]
  const parts = roundToSum(exactParts, gross, currency)
  const lines = invoiceLines({ facts: facts.lines, amounts, totals: parts.slice(0, amounts.length) }, currency)
  const taxes = invoiceTaxes({ sums, amounts: parts.slice(amounts.length), lines }, currency)

  const given = facts.credits ?? []
  const creditAmounts = given.map(({ amount }) => amount)
  const rounded = roundToSum(creditAmounts, sum(creditAmounts), currency)
  const credits = given.map(({ name }, index) => ({ name, amount: rounded[index] ?? "0" }))
  const totals = invoiceTotals({ lines, taxes, credits }, { currency, payable: facts.payable ?? null })
  return { lines, taxes, credits, totals }
}
