import { z } from "@medusajs/framework/zod"
import {
  INVOICE_ENTRY_KINDS,
  INVOICE_ENTRY_SOURCES,
  INVOICE_KINDS,
  INVOICE_PAYMENT_STATUSES,
  INVOICE_STATUSES,
} from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { text } from "../text"
import { civilDateSchema } from "./runs"
import { invoiceDocumentSchema } from "./invoice-document"

/** How invoices are found by their payment. */
export const INVOICE_PAYMENT_FILTERS = INVOICE_STATUSES

/** `q` finds by number, whole, or by its sequence. */
const invoiceFilters = {
  q: text(200).optional(),
  payment: oneOrMore(z.enum(INVOICE_PAYMENT_FILTERS)),
  kind: oneOrMore(z.enum(INVOICE_KINDS)),
  order_id: id.optional(),
  subscription_id: id.optional(),
  customer_id: id.optional(),
  currency_code: oneOrMore(
    z
      .string()
      .regex(/^[a-z]{3}$/i)
      .transform((code) => code.toLowerCase()),
  ),
  issued_from: civilDateSchema.optional(),
  issued_to: civilDateSchema.optional(),
  due_from: civilDateSchema.optional(),
  due_to: civilDateSchema.optional(),
}

export const listInvoicesSchema = z.object({ ...invoiceFilters, ...pageQuery({ most: 100, standard: 20 }) })
export const sumInvoicesSchema = z.object(invoiceFilters)
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
  /** How it stands today; null: a credit note. */
  status: z.enum(INVOICE_STATUSES).nullable(),
  /** What its account comes to; null: a credit note. */
  payment: z
    .object({
      status: z.enum(INVOICE_PAYMENT_STATUSES),
      /** The due date that counts: it may have been moved. */
      due_on: z.string(),
      /** What it still asks for; below zero: more was received than that. */
      open_total: amountAnswerSchema,
      paid_total: amountAnswerSchema,
      /** Given back, or taken back by a bank. */
      refunded_total: amountAnswerSchema,
      credited_total: amountAnswerSchema,
      written_off_total: amountAnswerSchema,
      /** Paid from the customer's balance, less what was moved there. */
      balance_total: amountAnswerSchema,
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

/** An entry of an invoice's account. */
export const invoiceEntryAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(INVOICE_ENTRY_KINDS),
  amount: amountAnswerSchema,
  currency_code: z.string(),
  source: z.enum(INVOICE_ENTRY_SOURCES),
  source_id: z.string(),
  as_of: z.string(),
  reason: z.string().nullable(),
  /** Who did it; null: the store by itself. */
  actor: z.string().nullable(),
  /** The admin's name, or address; null: nobody's, or of one that there is no more. */
  actor_name: z.string().nullable(),
  created_at: z.string(),
})

/** An invoice with its account's entries, its credit notes, and what can be done with it. */
export const invoicePageAnswerSchema = invoiceDetailAnswerSchema.extend({
  /** The subscriptions that it is of, where it is of several. */
  subscriptions: z.array(z.object({ subscription_id: z.string(), display_id: z.number() })),
  entries: z.array(invoiceEntryAnswerSchema),
  credit_notes: z.array(
    z.object({ id: z.string(), number: z.string(), issued_on: z.string(), total: amountAnswerSchema }),
  ),
  /** The invoice that a credit note corrects. */
  corrects: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** What can be given back of its order's payments. */
  refundable_total: amountAnswerSchema,
  /** What is held for the customer in the invoice's currency. */
  customer_balance: amountAnswerSchema,
})
export type InvoicePageAnswer = z.infer<typeof invoicePageAnswerSchema>

const reason = text(500).min(1)
const amount = z.string().regex(/^\d{1,12}(\.\d{1,9})?$/, "must be a decimal number such as 12.30")

/** Amounts that the admin has seen: where they are others by now, the action is refused. */
export const refundInvoiceSchema = z.strictObject({ amount, reason, refunded_total: amountAnswerSchema.optional() })
export const creditInvoiceSchema = z.strictObject({ amount, reason, credited_total: amountAnswerSchema.optional() })
/** `amount`: what was received; left out: all that is open. */
export const markPaidSchema = z.strictObject({
  reason,
  amount: amount.optional(),
  open_total: amountAnswerSchema.optional(),
})
export const writeOffSchema = z.strictObject({ reason, open_total: amountAnswerSchema.optional() })
export const invoiceReasonSchema = z.strictObject({ reason })
export const moveBalanceSchema = z.strictObject({ direction: z.enum(["use", "move"]) })
export type RefundInvoiceBody = z.infer<typeof refundInvoiceSchema>
export type CreditInvoiceBody = z.infer<typeof creditInvoiceSchema>
export type MarkPaidBody = z.infer<typeof markPaidSchema>
export type WriteOffBody = z.infer<typeof writeOffSchema>
export type InvoiceReasonBody = z.infer<typeof invoiceReasonSchema>
export type MoveBalanceBody = z.infer<typeof moveBalanceSchema>

/** `count` is counted up to a limit; where there are more, `has_more` says so. */
export const invoiceListAnswerSchema = pageAnswerSchema.extend({
  invoices: z.array(invoiceDetailAnswerSchema),
  has_more: z.boolean(),
})
/** What is filtered comes to this, by currency; null: it is more than can be added up at once. */
export const invoiceSumsAnswerSchema = z.object({
  sums: z
    .array(
      z.object({
        currency_code: z.string(),
        count: z.number(),
        /** Invoices less credit notes. */
        total: amountAnswerSchema,
        open_total: amountAnswerSchema,
        overdue_total: amountAnswerSchema,
      }),
    )
    .nullable(),
  /** How many invoices are added up at most. */
  most: z.number(),
})
export type InvoiceSumsAnswer = z.infer<typeof invoiceSumsAnswerSchema>
export type InvoiceListAnswer = z.infer<typeof invoiceListAnswerSchema>
