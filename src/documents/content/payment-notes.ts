import { payableBy, type InvoiceDocument } from "../../rules/billing"
import { isZero } from "../../rules/money"
import { writeDate } from "../texts/write-date"
import type { ContentInput } from "./content-input"

/** How and until when it is paid, as it stood at issue. */
export function paymentNotes({ document, texts, payment, transfer }: ContentInput): string[] {
  if (document.kind === "credit_note") {
    return document.corrects_number ? [texts.creditOf(document.corrects_number)] : []
  }
  if (isZero(document.totals.payable)) {
    return [texts.nothingToPay]
  }
  if (payment.isPaid) {
    return [texts.paidWithOrder]
  }
  const due = writeDate(payableBy(document), texts)
  return [
    isCharged(document) ? texts.chargedOn(due) : texts.payBy(due),
    ...(transfer
      ? [
          texts.transferTo({ iban: inFours(transfer.iban), name: transfer.name ?? document.seller.name }),
          ...(transfer.reference ? [texts.transferReference(written(transfer.reference))] : []),
        ]
      : []),
  ]
}

const isCharged = ({ payment_terms }: InvoiceDocument): boolean =>
  payment_terms.collection_method === "charge_automatically"

/** As people write account numbers and creditor references. */
const inFours = (text: string): string => text.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ")

/** A QR reference stands in fives from the right, as it does on the payment part. */
const written = (reference: string): string =>
  /^\d{27}$/.test(reference) ? reference.replace(/(?=(?:\d{5})+$)/g, " ") : inFours(reference)
