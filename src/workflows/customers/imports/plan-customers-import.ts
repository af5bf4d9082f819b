import type { MedusaContainer } from "@medusajs/framework/types"
import { planImport, type ImportCounts } from "../../../modules/customers"
import type { CivilDate } from "../../../rules/calendar"
import type { ImportedRow, RowProblem } from "../../../rules/customers"
import { checkContext } from "../profiles/check-context"
import { customersDatabase } from "../profiles/editing"
import { readFile } from "./read-file"

export interface PlannedImport {
  counts: ImportCounts
  rows: readonly ImportedRow[]
  problems: readonly RowProblem[]
}

const countOf = (rows: readonly ImportedRow[]): ImportCounts => {
  const count = (kind: ImportedRow["kind"]): number => rows.filter((row) => row.kind === kind).length
  return { created_count: count("create"), updated_count: count("update"), unchanged_count: count("unchanged") }
}

/** What importing a file would do now: the same rules as the import; nothing is written (C9). */
export async function planCustomersImport(
  container: MedusaContainer,
  content: string,
  asOf: CivilDate,
): Promise<PlannedImport> {
  const file = readFile(content)
  if (file.problems.length) {
    return { counts: countOf([]), rows: [], problems: file.problems }
  }
  const plan = await planImport(customersDatabase(container), file.rows, await checkContext(container, asOf))
  return plan.ok
    ? { counts: countOf(plan.rows), rows: plan.rows, problems: [] }
    : { counts: countOf([]), rows: [], problems: plan.problems }
}
