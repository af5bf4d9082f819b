import { z } from "@medusajs/framework/zod"
import { RECORD_FIELDS } from "../../rules/billing"
import { DOCUMENT_FORMATS, INVOICE_KINDS, INVOICE_STATUSES } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { pageAnswerSchema, pageQuery } from "../page"
import { text } from "../text"

const version = z.number().int().min(0).max(2_000_000_000).optional()

/** In the path of a download. */
export const documentFormatSchema = z.enum(DOCUMENT_FORMATS)

/** How many invoices one file may have. */
export const MOST_INVOICES_OF_FILE = 100

export const manyDocumentsSchema = z.strictObject({
  ids: z
    .array(id)
    .min(1)
    .max(MOST_INVOICES_OF_FILE)
    .refine((ids) => new Set(ids).size === ids.length, "names an invoice twice"),
})
export type ManyDocuments = z.output<typeof manyDocumentsSchema>

/** What is left out stays as it is. */
export const saveDocumentLookSchema = z.strictObject({
  accent_color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "is a colour such as #1f2937")
    .toLowerCase()
    .optional(),
  footer: text(400)
    .refine((value) => value.split("\n").length <= 3, "has at most three lines")
    .transform((value) => value || null)
    .nullable()
    .optional(),
  /** A PNG or JPEG file that was uploaded by `POST /admin/uploads`; null: none. */
  logo_file_id: id.nullable().optional(),
  version,
})
export type SaveDocumentLook = z.output<typeof saveDocumentLookSchema>

export const documentLookAnswerSchema = z.object({
  accent_color: z.string(),
  footer: z.string().nullable(),
  logo_file_id: z.string().nullable(),
  /** The logo as the file module shows it; null: there is none, or it is not there any more. */
  logo_url: z.string().nullable(),
  /** The e-invoice that is made: "none", "factur-x". */
  e_invoice: z.string(),
  /** 0 while the standard look applies. */
  version: z.number(),
})
export type DocumentLookAnswer = z.infer<typeof documentLookAnswerSchema>

export const recordCheckAnswerSchema = z.object({
  /** null: an order that is still to come. */
  subscription_id: z.string().nullable(),
  display_id: z.number().nullable(),
  /** Fields of the customer's record that the next document lacks. */
  lacks: z.array(z.enum(RECORD_FIELDS)),
})
export type RecordCheckAnswer = z.infer<typeof recordCheckAnswerSchema>

export const listOwnInvoicesSchema = z.object(pageQuery({ most: 100, standard: 20 }))

/** An invoice as its customer sees it in a list. */
export const ownInvoiceAnswerSchema = z.object({
  id: z.string(),
  kind: z.enum(INVOICE_KINDS),
  number: z.string(),
  order_id: z.string(),
  subscription_id: z.string().nullable(),
  issued_on: z.string(),
  due_on: z.string(),
  currency_code: z.string(),
  total: amountAnswerSchema,
  payment_status: z.enum(INVOICE_STATUSES).nullable(),
})
export type OwnInvoiceAnswer = z.infer<typeof ownInvoiceAnswerSchema>

export const ownInvoiceListAnswerSchema = pageAnswerSchema.extend({ invoices: z.array(ownInvoiceAnswerSchema) })
