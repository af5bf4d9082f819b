import { z } from "@medusajs/framework/zod"
import type { InvoiceDocument, InvoiceLine, PrintedLine } from "../../rules/billing"
import { COLLECTION_METHODS, INVOICE_KINDS, INVOICE_LINE_KINDS } from "../../rules/billing/states"
import { amountAnswerSchema, decimalAnswerSchema } from "../amount"

/** The rule's own document (`src/rules/billing/invoices/invoice-shape.ts`), as it was stored when the invoice was issued. */

const address = z.object({
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  company: z.string().nullable(),
  address_1: z.string().nullable(),
  address_2: z.string().nullable(),
  postal_code: z.string().nullable(),
  city: z.string().nullable(),
  province: z.string().nullable(),
  country_code: z.string().nullable(),
  phone: z.string().nullable(),
})

const taxRate = z.object({ code: z.string().nullable(), name: z.string(), rate: decimalAnswerSchema })
const namedAmount = z.object({ name: z.string(), amount: amountAnswerSchema })

export const invoiceLineAnswerSchema = z.object({
  kind: z.enum(INVOICE_LINE_KINDS),
  /** The order's line that it is of; documents of earlier versions have none. */
  order_line_id: z.string().optional(),
  /** On a credit note: the number of the invoice's line that it corrects. */
  corrects_line: z.number().optional(),
  parent: z.number().nullable(),
  hidden: z.boolean(),
  title: z.string(),
  description: z.string().nullable(),
  period: z.object({ start: z.string(), end: z.string() }).nullable(),
  quantity: decimalAnswerSchema,
  unit_price: amountAnswerSchema,
  is_tax_inclusive: z.boolean(),
  subtotal: amountAnswerSchema,
  discounts: z.array(namedAmount),
  total: amountAnswerSchema,
  tax_rates: z.array(taxRate),
}) satisfies z.ZodType<InvoiceLine>

/** A line as it is printed: hidden ones are in that of their package. */
export const printedLineAnswerSchema = invoiceLineAnswerSchema.omit({ hidden: true }).extend({
  /** What `parent` refers to. */
  number: z.number(),
  /** Null: what the line has in it together is no exact price of one unit. */
  unit_price: amountAnswerSchema.nullable(),
}) satisfies z.ZodType<PrintedLine>

export const invoiceDocumentSchema = z.object({
  number: z.string(),
  kind: z.enum(INVOICE_KINDS),
  corrects_number: z.string().nullable(),
  locale: z.string().nullable(),
  currency_code: z.string(),
  issued_on: z.string(),
  due_on: z.string(),
  payment_terms: z.object({ collection_method: z.enum(COLLECTION_METHODS).nullable(), days: z.number() }),
  order: z.object({
    id: z.string(),
    display_id: z.number().nullable(),
    total: amountAnswerSchema,
    /** The customer's own number of it; left out: there is none. */
    purchase_order_number: z.string().optional(),
  }),
  subscription_id: z.string().nullable(),
  seller: z.object({
    name: z.string(),
    address,
    vat_number: z.string().nullable(),
    email: z.string().nullable(),
  }),
  buyer: z.object({
    name: z.string().nullable(),
    company: z.string().nullable(),
    address: address.nullable(),
    vat_number: z.string().nullable(),
    email: z.string().nullable(),
  }),
  shipping_address: address.nullable(),
  lines: z.array(invoiceLineAnswerSchema),
  taxes: z.array(taxRate.extend({ base: amountAnswerSchema, amount: amountAnswerSchema })),
  credits: z.array(namedAmount.extend({ is_balance: z.boolean().optional() })),
  totals: z.object({
    subtotal: amountAnswerSchema,
    discount: amountAnswerSchema,
    shipping: amountAnswerSchema,
    tax: amountAnswerSchema,
    total: amountAnswerSchema,
    credit: amountAnswerSchema,
    rounding: amountAnswerSchema,
    payable: amountAnswerSchema,
  }),
}) satisfies z.ZodType<InvoiceDocument>
