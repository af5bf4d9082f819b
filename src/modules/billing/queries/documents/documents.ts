import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DocumentFormatName } from "../../../../rules/billing"

export interface DocumentRecord {
  id: string
  invoice_id: string
  format: DocumentFormatName
  file_id: string
  sha256: string
  byte_count: number
}

const COLUMNS = ["id", "invoice_id", "format", "file_id", "sha256", "byte_count"] as const

/** The file of an invoice in one format; null: it was not made yet. */
export async function findDocument(
  knex: Knex,
  invoiceId: string,
  format: DocumentFormatName,
): Promise<DocumentRecord | null> {
  const record = await knex("billing_document")
    .where({ invoice_id: invoiceId, format })
    .whereNull("deleted_at")
    .first<DocumentRecord | undefined>(COLUMNS)
  return record ?? null
}

/** Writes that a file was made; false where another process had made one before. */
export async function insertDocument(knex: Knex, record: DocumentRecord): Promise<boolean> {
  const inserted: unknown[] = await knex("billing_document")
    .insert(record)
    .onConflict(knex.raw("(invoice_id, format) where deleted_at is null"))
    .ignore()
    .returning("id")
  return inserted.length === 1
}
