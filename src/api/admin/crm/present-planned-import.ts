import type { MedusaContainer } from "@medusajs/framework/types"
import type { ImportAnswer } from "../../../contracts/customers/imports"
import { readProfiles } from "../../../modules/customers"
import type { PlannedImport } from "../../../workflows/customers/imports/plan-customers-import"
import { customersDatabase } from "../../../workflows/customers/profiles/editing"

const MOST_PROBLEMS = 200
const MOST_ROWS = 20

/** What an import would do: the counts, and the first of its rows or problems. */
export async function presentPlannedImport(
  container: MedusaContainer,
  { counts, rows, problems }: PlannedImport,
): Promise<ImportAnswer> {
  const first = rows.slice(0, MOST_ROWS)
  const unchanged = first.flatMap((row) => (row.kind === "unchanged" ? [row.id] : []))
  const names = new Map((await readProfiles(customersDatabase(container), unchanged)).map(({ id, name }) => [id, name]))
  return {
    is_written: false,
    ...counts,
    problems: problems.slice(0, MOST_PROBLEMS),
    problem_count: problems.length,
    rows: first.map((row) => ({
      row: row.row,
      kind: row.kind,
      name: row.kind === "unchanged" ? (names.get(row.id) ?? "") : row.fields.name,
    })),
  }
}
