import type { InvoiceDocument } from "../../rules/billing"
import type { BankAccount, PaymentAtIssue } from "../document-settings"
import type { DocumentTexts } from "../texts/document-texts"

export interface ContentInput {
  document: InvoiceDocument
  texts: DocumentTexts
  payment: PaymentAtIssue
  /** Where a transfer goes to, and how it names the invoice; null: none is asked for. */
  transfer: (BankAccount & { reference: string | null }) | null
}
