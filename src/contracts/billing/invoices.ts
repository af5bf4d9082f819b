import { z } from "@medusajs/framework/zod"
import { INVOICE_KINDS, INVOICE_PAYMENT_STATUSES, INVOICE_STATUSES } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { text } from "../text"
import { invoiceDocumentSchema } from "./invoice-document"

/** How invoices are found by their payment. */
export const INVOICE_PAYMENT_FILTERS = INVOICE_STATUSES

/** `q` finds by number, whole, or by its sequence. */
export const listInvoicesSchema = z.object({
  q: text(200).optional(),
  payment: oneOrMore(z.enum(INVOICE_PAYMENT_FILTERS)),
  order_id: id.optional(),
  subscription_id: id.optional(),
  customer_id: id.optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})
export type ListInvoicesQuery = z.infer<typeof listInvoicesSchema>

export const invoiceAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(INVOICE_KINDS),
  number: z.string(),
  order_id: z.string(),
  subscription_id: z.string().nullable(),
  renewal_id: z.string().nullable(),
  issued_on: z.string(),
  due_on: z.string(),
  currency_code: z.string(),
  subtotal: amountAnswerSchema,
  tax_total: amountAnswerSchema,
  total: amountAnswerSchema,
  payment: z
    .object({
      status: z.enum(INVOICE_PAYMENT_STATUSES),
      paid_total: amountAnswerSchema,
      refunded_total: amountAnswerSchema,
      paid_on: z.string().nullable(),
    })
    .nullable(),
  /** What the invoice has to be corrected by, after its order changed: below zero it is to be credited. */
  corrections: z.array(
    z.object({
      id: z.string(),
      cause: z.string(),
      as_of: z.string(),
      currency_code: z.string(),
      amount: amountAnswerSchema,
      /** The credit note or invoice that made it; null: none yet. */
      document_id: z.string().nullable(),
    }),
  ),
})
export type InvoiceAnswer = z.infer<typeof invoiceAnswerSchema>

/** A whole invoice: it never changes. `payment` and `corrections` are kept beside it. */
export const invoiceDetailAnswerSchema = invoiceAnswerSchema.extend({
  customer_id: z.string().nullable(),
  /** The order change whose added lines it is of; null: it is of the order as it was placed. */
  change_id: z.string().nullable(),
  corrects_invoice_id: z.string().nullable(),
  created_at: z.string(),
  document: invoiceDocumentSchema,
})
export type InvoiceDetailAnswer = z.infer<typeof invoiceDetailAnswerSchema>

export const invoiceListAnswerSchema = pageAnswerSchema.extend({ invoices: z.array(invoiceDetailAnswerSchema) })
export type InvoiceListAnswer = z.infer<typeof invoiceListAnswerSchema>
