import { z } from "@medusajs/framework/zod"
import { text, word } from "../text"

/** About 12 MB of a file, in base64. */
const MOST_SENT = 16_000_000

export const importCustomersSchema = z.strictObject({
  file_name: text(200).min(1),
  /** The file's bytes in base64: comma, semicolon or tab, UTF-8 or Windows-1252 (C9). */
  content: z.string().max(MOST_SENT),
  /** Says what would be done; nothing is written. */
  dry_run: z.boolean(),
  /** The same key is the same import: sent twice, it is done once. */
  key: word(64).min(8),
})
export type ImportCustomers = z.output<typeof importCustomersSchema>

export const importAnswerSchema = z.object({
  is_written: z.boolean(),
  created_count: z.number(),
  updated_count: z.number(),
  unchanged_count: z.number(),
  /** The first of them; nothing is written of a file with one. The header is row 1. */
  problems: z.array(z.object({ row: z.number(), field: z.string(), reason: z.string() })),
  problem_count: z.number(),
  /** The first rows of a dry run, as they would be written. */
  rows: z.array(z.object({ row: z.number(), kind: z.enum(["create", "update", "unchanged"]), name: z.string() })),
})
export type ImportAnswer = z.infer<typeof importAnswerSchema>
