import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { DocumentFormatName } from "../../../../rules/billing"
import { inTransaction } from "../../../core"
import { endUpload } from "./document-uploads"

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

/**
 * Writes that a file was made, and with it that its upload has ended; false where another process had made one before.
 * Refused where the file was deleted meanwhile, as its upload took too long.
 */
export const insertDocument = (knex: Knex, record: DocumentRecord): Promise<boolean> =>
  inTransaction(knex, async (trx) => {
    const inserted: unknown[] = await trx("billing_document")
      .insert(record)
      .onConflict(trx.raw("(invoice_id, format) where deleted_at is null"))
      .ignore()
      .returning("id")
    if (inserted.length && !(await endUpload(trx, record.file_id))) {
      throw new MedusaError(MedusaError.Types.CONFLICT, "document: storing its file took too long: ask for it again")
    }
    return inserted.length === 1
  })
