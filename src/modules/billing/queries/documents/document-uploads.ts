import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { inTransaction } from "../../../core"

/** Notes that a file is being uploaded, before its first byte. */
export async function beginUpload(knex: Knex, fileId: string): Promise<void> {
  await knex("billing_document_upload").insert({ file_id: fileId })
}

/** Ends it: a document names the file, or it was deleted. False where the sweep has taken it for abandoned. */
export async function endUpload(knex: Knex, fileId: string): Promise<boolean> {
  return (await knex("billing_document_upload").where({ file_id: fileId }).delete()) === 1
}

/**
 * Hands over the files whose uploads began at least so many minutes ago and did not end, and forgets them once they are
 * deleted. Their rows are locked meanwhile, so that no document can come to name one of them.
 */
export async function takeAbandonedUploads(
  knex: Knex,
  { minutes, limit }: { minutes: number; limit: number },
  deleteFiles: (fileIds: string[]) => Promise<unknown>,
): Promise<void> {
  await inTransaction(knex, async (trx) => {
    const rows: { file_id: string }[] = await trx("billing_document_upload")
      .whereNull("deleted_at")
      .whereRaw("created_at < now() - make_interval(mins => ?)", [minutes])
      .orderBy("created_at")
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .select("file_id")
    const ids = rows.map(({ file_id }) => file_id)
    if (ids.length) {
      await deleteFiles(ids)
      await trx("billing_document_upload").whereIn("file_id", ids).delete()
    }
  })
}
