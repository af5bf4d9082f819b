import { z } from "@medusajs/framework/zod"
import { IMPORT_FORMATS } from "../../rules/billing/imports/formats/import-formats"
import { text, word } from "../text"

/** About 12 MB of a file, in base64. */
const MOST_SENT = 16_000_000

export const importSubscriptionsSchema = z.strictObject({
  /** The own template, or the system that has exported it; columns of the template may stand beside the export's. */
  format: z.enum(IMPORT_FORMATS),
  file_name: text(200).min(1),
  /** The file's bytes in base64: comma, semicolon or tab, UTF-8 or Windows-1252 (B62). */
  content: z.string().max(MOST_SENT),
  /** Says what would be done; nothing is written. */
  dry_run: z.boolean(),
  /** The same key is the same import: sent twice, it is done once. */
  key: word(64).min(8),
})
export type ImportSubscriptions = z.output<typeof importSubscriptionsSchema>

export const subscriptionsImportAnswerSchema = z.object({
  is_written: z.boolean(),
  created_count: z.number(),
  /** Moved in before, and left alone. */
  unchanged_count: z.number(),
  /** Ended where they are from. */
  left_out_count: z.number(),
  /** Customers of e-mail addresses that nobody has. */
  new_customer_count: z.number(),
  /** Of a dry run: what the file comes to by its own cells, and by the rules of billing run and figures. */
  currencies: z.array(
    z.object({
      currency_code: z.string(),
      file_count: z.number(),
      count: z.number(),
      file_mrr: z.string(),
      mrr: z.string(),
    }),
  ),
  /** Of a dry run: what comes due next, by month. */
  months: z.array(
    z.object({
      month: z.string(),
      currency_code: z.string(),
      file_count: z.number(),
      count: z.number(),
      file_amount: z.string(),
      amount: z.string(),
    }),
  ),
  /** The first of them; nothing is written of a file with one. The header is row 1. */
  problems: z.array(z.object({ row: z.number(), field: z.string(), reason: z.string() })),
  problem_count: z.number(),
  /** The first rows of a dry run, as they would be written. */
  rows: z.array(
    z.object({
      row: z.number(),
      email: z.string().nullable(),
      title: z.string(),
      next_on: z.string().nullable(),
      unit_price: z.string(),
      quantity: z.number(),
      currency_code: z.string(),
    }),
  ),
})
export type SubscriptionsImportAnswer = z.infer<typeof subscriptionsImportAnswerSchema>
