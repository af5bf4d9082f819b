import type { RowProblem } from "../../../rules/files"
import { invalidFields } from "../../errors/invalid-fields"

/** As many problems as a message names. */
const NAMED = 10

/** Why a file is not moved in: its first problems, each with its row. */
export function refuseImport(problems: readonly RowProblem[]): never {
  const named = problems.slice(0, NAMED).map(({ row, field, reason }) => ({ field: `row ${row}, ${field}`, reason }))
  const others = problems.length - named.length
  throw invalidFields(
    "The file was not saved",
    others > 0 ? [...named, { field: "file", reason: `${others} more are wrong` }] : named,
  )
}
