import { createHash } from "node:crypto"
import type { CheckRowContext, ImportFormatName, ReadSubscriptions } from "../../../rules/billing"
import { readSubscriptions } from "../../../rules/billing/imports/read-subscriptions"
import { readBase64 } from "../../../rules/files"
import { invalidFields } from "../../errors/invalid-fields"

/** A file as it was sent. */
export interface ImportFile {
  format: ImportFormatName
  file_name: string
  /** Its bytes in base64. */
  content: string
}

const MOST_ROWS = 50_000

/** Reads a file that was sent in base64. */
export function readImportFile(
  { format, content }: ImportFile,
  context: CheckRowContext,
): { sha256: string; read: ReadSubscriptions } {
  const bytes = readBase64(content)
  if (!bytes) {
    throw invalidFields("The file was not read", [{ field: "content", reason: "must be the file's bytes in base64" }])
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const read = readSubscriptions(bytes, format, context)
  const tooMany = { row: MOST_ROWS + 1, field: "file", reason: `takes at most ${MOST_ROWS} subscriptions` }
  return read.ok && read.subscriptions.length > MOST_ROWS
    ? { sha256, read: { ok: false, problems: [tooMany] } }
    : { sha256, read }
}
