import { hasReverseCharge, payableBy, printedLines, type InvoiceDocument } from "../../rules/billing"
import { isPositive } from "../../rules/money"
import type { PaymentAtIssue } from "../document-settings"
import type { DocumentTexts } from "../texts/document-texts"
import { writeDate } from "../texts/write-date"
import { addressLines, partyLines } from "./address-lines"
import type { ContentInput } from "./content-input"
import { lineRows, type LineRow } from "./line-rows"
import { paymentNotes } from "./payment-notes"
import { totalRows, type TotalRow } from "./total-rows"
import { taxRows, type TaxRow } from "./tax-rows"

/** What a document shows, all of it in words: the pages are drawn from it, and nothing is reckoned any more. */
export interface InvoiceContent {
  title: string
  number: string
  seller: { name: string; lines: string[] }
  buyer: string[]
  delivery: string[] | null
  facts: { label: string; value: string }[]
  rows: LineRow[]
  taxes: TaxRow[]
  totals: TotalRow[]
  notes: string[]
}

export function invoiceContent(input: ContentInput): InvoiceContent {
  const { document, texts } = input
  const isCredit = document.kind === "credit_note"
  return {
    title: isCredit ? texts.creditNote : texts.invoice,
    number: document.number,
    seller: { name: document.seller.name, lines: partyLines(document.seller, texts) },
    buyer: partyLines({ ...document.buyer, email: null }, texts, buyerNames(document)),
    delivery: deliveryLines(document, texts),
    facts: factsOf(input, isCredit),
    rows: lineRows(printedLines(document.lines), document.currency_code, texts),
    taxes: taxRows(document, texts),
    totals: totalRows(document, texts),
    notes: notesOf(input),
  }
}

/** The company before the person, each once. */
const buyerNames = ({ buyer }: InvoiceDocument): string[] => [
  ...new Set([buyer.company, buyer.name].flatMap((name) => name ?? [])),
]

function deliveryLines({ buyer, shipping_address: shipping }: InvoiceDocument, texts: DocumentTexts): string[] | null {
  if (!shipping || JSON.stringify(shipping) === JSON.stringify(buyer.address)) {
    return null
  }
  const name = [shipping.first_name, shipping.last_name].filter(Boolean).join(" ")
  return [...[shipping.company ?? "", name].filter(Boolean), ...addressLines(shipping, texts)]
}

function factsOf({ document, texts, payment }: ContentInput, isCredit: boolean): InvoiceContent["facts"] {
  const hasDay = document.lines.some(({ period }) => period === null)
  const facts: [string, string | null][] = [
    [texts.number, document.number],
    [texts.issued, writeDate(document.issued_on, texts)],
    [texts.supplied, hasDay && !isCredit ? writeDate(document.issued_on, texts) : null],
    [texts.due, isAsked(document, payment) ? writeDate(payableBy(document), texts) : null],
    [texts.corrects, document.corrects_number],
    [texts.purchaseOrder, document.order.purchase_order_number ?? null],
    [texts.order, document.order.display_id === null ? null : `#${document.order.display_id}`],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}

function notesOf(input: ContentInput): string[] {
  const { document, texts } = input
  const { seller, buyer } = document
  return [
    ...paymentNotes(input),
    ...(hasReverseCharge(document)
      ? [texts.reverseCharge({ seller: seller.vat_number ?? "", buyer: buyer.vat_number ?? "" })]
      : []),
  ]
}

/** Whether something is still to be paid at issue. */
const isAsked = ({ kind, totals }: InvoiceDocument, { isPaid }: PaymentAtIssue): boolean =>
  kind === "invoice" && isPositive(totals.payable) && !isPaid

/** Whether a transfer may be asked for: something is owed, it is not charged by itself, and not paid at issue. */
export const asksForTransfer = (document: InvoiceDocument, payment: PaymentAtIssue): boolean =>
  isAsked(document, payment) && document.payment_terms.collection_method !== "charge_automatically"
