import type { CivilDate } from "../../calendar"
import { negate, round, type Decimal } from "../../money"
import type { InvoiceKind, InvoiceStatus } from "../states"
import type { InvoiceDocument } from "./invoice-shape"

/** An invoice as the file of a list has it. */
export interface InvoiceOfFile {
  number: string
  kind: InvoiceKind
  status: InvoiceStatus | null
  issued_on: CivilDate
  due_on: CivilDate
  currency_code: string
  subtotal: Decimal
  tax_total: Decimal
  total: Decimal
  order_id: string
  subscription_id: string | null
  customer_id: string | null
  document: Pick<InvoiceDocument, "buyer" | "corrects_number" | "order">
  payment: {
    /** The due date that counts: it may have been moved. */
    due_on: CivilDate
    open_total: Decimal
    paid_total: Decimal
    refunded_total: Decimal
    credited_total: Decimal
  } | null
}

export const INVOICE_FILE_COLUMNS = [
  "number",
  "kind",
  "corrects",
  "status",
  "issued_on",
  "due_on",
  "buyer",
  "email",
  "currency_code",
  "net_total",
  "tax_total",
  "total",
  "open_total",
  "paid_total",
  "refunded_total",
  "credited_total",
  "order",
  "order_id",
  "subscription_id",
  "customer_id",
] as const

type FileRow = Record<(typeof INVOICE_FILE_COLUMNS)[number], string | number | null>

/** A row of the file, amounts in the currency's minor unit: a credit note's amounts are below zero, so that the columns add up. */
export function invoiceFileRow(invoice: InvoiceOfFile): FileRow {
  const { kind, document, payment } = invoice
  const written = (amount: Decimal): Decimal => round(amount, invoice.currency_code)
  const signed = (amount: Decimal): Decimal => written(kind === "credit_note" ? negate(amount) : amount)
  return {
    number: invoice.number,
    kind,
    corrects: document.corrects_number,
    status: invoice.status,
    issued_on: invoice.issued_on,
    due_on: payment?.due_on ?? invoice.due_on,
    buyer: document.buyer.company ?? document.buyer.name,
    email: document.buyer.email,
    currency_code: invoice.currency_code,
    net_total: signed(invoice.subtotal),
    tax_total: signed(invoice.tax_total),
    total: signed(invoice.total),
    open_total: payment && written(payment.open_total),
    paid_total: payment && written(payment.paid_total),
    refunded_total: payment && written(payment.refunded_total),
    credited_total: payment && written(payment.credited_total),
    order: document.order.display_id,
    order_id: invoice.order_id,
    subscription_id: invoice.subscription_id,
    customer_id: invoice.customer_id,
  }
}
