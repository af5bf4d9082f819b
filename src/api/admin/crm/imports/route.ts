import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ImportAnswer, ImportCustomers } from "../../../../contracts/customers/imports"
import { importCustomersWorkflow } from "../../../../workflows/customers/imports/import-customers"
import { planCustomersImport } from "../../../../workflows/customers/imports/plan-customers-import"
import { storeDate } from "../../../store-date"
import { editingOf } from "../editing-of"
import { idOfKey } from "../id-of-key"
import { presentPlannedImport } from "../present-planned-import"

/** A dry run says what would be done, or what is wrong with which row; else all is written, or nothing (C9). */
export async function POST(
  req: AuthenticatedMedusaRequest<ImportCustomers>,
  res: MedusaResponse<{ import: ImportAnswer }>,
): Promise<void> {
  const { file_name, content, dry_run, key } = req.validatedBody
  if (dry_run) {
    const planned = await planCustomersImport(req.scope, content, await storeDate(req.scope))
    res.json({ import: await presentPlannedImport(req.scope, planned) })
    return
  }
  const { result: counts } = await importCustomersWorkflow(req.scope).run({
    input: { id: idOfKey("cimp", key), file_name, content, editing: await editingOf(req) },
  })
  res.json({ import: { is_written: true, ...counts, problems: [], problem_count: 0, rows: [] } })
}
