import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { writeImport, type ImportCounts } from "../../../../modules/customers"
import type { RowProblem } from "../../../../rules/customers"
import { invalidFields } from "../../../errors/invalid-fields"
import { checkContext } from "../../profiles/check-context"
import { customersDatabase, editorOf, recordChanges, type Editing } from "../../profiles/editing"
import { readFile } from "../read-file"

export interface ImportCustomersInput {
  /** Chosen by the caller: the same id again is the same import. */
  id: string
  file_name: string
  /** The file's bytes in base64. */
  content: string
  editing: Editing
}

/** As many problems as a message names. */
const NAMED = 10

function refusal(problems: readonly RowProblem[]): Error {
  const named = problems.slice(0, NAMED).map(({ row, field, reason }) => ({ field: `row ${row}, ${field}`, reason }))
  const others = problems.length - named.length
  return invalidFields(
    "The file was not saved",
    others > 0 ? [...named, { field: "file", reason: `${others} more are wrong` }] : named,
  )
}

/** Imports a file, all or nothing. One transaction, and the last step: there is nothing to compensate. */
export const importCustomersStep = createStep(
  "customers-import-customers",
  async ({ id, file_name, content, editing }: ImportCustomersInput, { container }) => {
    const { sha256, rows, problems } = readFile(content)
    if (problems.length) {
      throw refusal(problems)
    }
    const written = await writeImport(
      customersDatabase(container),
      { id, fileName: file_name, sha256, rows },
      {
        context: await checkContext(container, editing.as_of),
        editor: editorOf(editing),
        afterwards: (trx, ids) =>
          recordChanges(
            trx,
            editing,
            ids.map((profileId) => ({ profileId, type: "imported", data: { import_id: id } })),
          ),
      },
    )
    if (!written.ok) {
      throw refusal(written.problems)
    }
    return new StepResponse<ImportCounts>(written.counts)
  },
)
