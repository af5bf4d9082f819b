import { daysBetween } from "../../calendar"
import { round, roundToSum, subtract, sum, type Decimal } from "../../money"
import { checkLineParents } from "./check-line-parents"
import { checkOrderTotal } from "./check-order-total"
import type { InvoiceFacts } from "./invoice-facts"
import { invoiceLines } from "./invoice-lines"
import { invoiceAddress, invoiceBuyer, invoiceSeller } from "./invoice-party"
import type { InvoiceDocument } from "./invoice-shape"
import { invoiceTaxes } from "./invoice-taxes"
import { invoiceTotals } from "./invoice-totals"
import { lineAmounts, type LineAmounts } from "./line-amounts"
import { roundedParts } from "./rounded-parts"
import { taxSums } from "./tax-sums"

/**
 * The document of an invoice. The order's total is rounded once, to what is to be paid; how lines and taxes are rounded
 * says `roundedParts`. What then differs, and what the payment provider takes otherwise, stands as rounding. Throws RangeError where the lines do not come to the order's total, or where one has a
 * parent that it cannot have.
 */
export function invoiceDocument(facts: InvoiceFacts): InvoiceDocument {
  const currency = facts.currencyCode
  const amounts = facts.lines.map(lineAmounts)
  const gross = sum(amounts.map((line) => line.gross))
  const total = subtract(gross, sum((facts.credits ?? []).map(({ amount }) => amount)))
  return { ...heading(facts, facts.orderTotal ?? total), ...figures(facts, { amounts, gross, currency }) }
}

function heading(facts: InvoiceFacts, total: Decimal): Omit<InvoiceDocument, "lines" | "taxes" | "credits" | "totals"> {
  return {
    number: facts.number,
    kind: facts.kind,
    corrects_number: facts.correctsNumber ?? null,
    locale: facts.locale,
    currency_code: facts.currencyCode.toLowerCase(),
    issued_on: facts.issuedOn,
    due_on: facts.dueOn,
    payment_terms: { collection_method: facts.collectionMethod, days: daysToPay(facts) },
    order: invoicedOrder(facts, total),
    subscription_id: facts.subscriptionId,
    seller: invoiceSeller(facts.seller),
    buyer: invoiceBuyer(facts),
    shipping_address: facts.shippingAddress && invoiceAddress(facts.shippingAddress),
  }
}

function invoicedOrder(
  { order: { id, displayId, purchaseOrderNumber } }: InvoiceFacts,
  total: Decimal,
): InvoiceDocument["order"] {
  return {
    id,
    display_id: displayId,
    total,
    ...(purchaseOrderNumber ? { purchase_order_number: purchaseOrderNumber } : {}),
  }
}

/** What is issued after its due date, when a run catches up, is due at once. */
function daysToPay({ issuedOn, dueOn }: InvoiceFacts): number {
  return Math.max(0, daysBetween(issuedOn, dueOn))
}

function figures(
  facts: InvoiceFacts,
  { amounts, gross, currency }: { amounts: LineAmounts[]; gross: Decimal; currency: string },
): Pick<InvoiceDocument, "lines" | "taxes" | "credits" | "totals"> {
  checkLineParents(facts)
  checkOrderTotal(facts, gross)

  const sums = taxSums(facts.lines, amounts)
  const parts = roundedParts({ lines: facts.lines, amounts, sums, gross }, currency)
  const lines = invoiceLines({ facts: facts.lines, amounts, totals: parts.nets }, currency)
  const taxes = invoiceTaxes({ sums, amounts: parts.taxes, lines }, currency)

  const given = facts.credits ?? []
  const creditAmounts = given.map(({ amount }) => amount)
  const rounded = roundToSum(creditAmounts, sum(creditAmounts), currency)
  const credits = given.map(({ name }, index) => ({ name, amount: rounded[index] ?? "0" }))
  const payable = facts.payable ?? subtract(round(gross, currency), sum(credits.map(({ amount }) => amount)))
  const totals = invoiceTotals({ lines, taxes, credits }, { currency, payable })
  return { lines, taxes, credits, totals }
}
