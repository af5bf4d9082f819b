import { MedusaError } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { readBase64 } from "../../../rules/files"
import { readCustomers, type CustomerRow, type RowProblem } from "../../../rules/customers"

/** What a file says, or what is wrong with it. */
export interface ReadFile {
  sha256: string
  rows: CustomerRow[]
  problems: RowProblem[]
}

const MOST_ROWS = 100_000

/** Reads a file that was sent in base64. */
export function readFile(content: string): ReadFile {
  const bytes = readBase64(content)
  if (!bytes) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "content: must be the file's bytes in base64")
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const read = readCustomers(bytes)
  if (!read.ok) {
    return { sha256, rows: [], problems: read.problems }
  }
  const tooMany = { row: MOST_ROWS + 1, field: "file", reason: `takes at most ${MOST_ROWS} customers` }
  return read.rows.length > MOST_ROWS
    ? { sha256, rows: [], problems: [tooMany] }
    : { sha256, rows: read.rows, problems: [] }
}
