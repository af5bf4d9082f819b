import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findImport,
  type ImportCounts,
  lockImports,
  writeImportedSubscriptions,
} from "../../../../modules/billing"
import { addOutboxEvents, inTransaction, type Actor } from "../../../../modules/core"
import type { CivilDate } from "../../../../rules/calendar"
import { importKey } from "../load-import-facts"
import { planImport } from "../plan-import"
import type { ImportFile } from "../read-import-file"
import { refuseImport } from "../refuse-import"

export interface ImportSubscriptionsInput extends ImportFile {
  /** Chosen by the caller: the same id again is the same import. */
  id: string
  as_of: CivilDate
  actor: Actor
}

export interface WriteImportInput {
  file: ImportSubscriptionsInput
  newCustomers: number
}

/** Moves a file in, all or nothing. One transaction, and the last step that can fail: there is nothing to compensate. */
export const importSubscriptionsStep = createStep(
  "billing-import-subscriptions",
  async ({ file, newCustomers }: WriteImportInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const counts = await inTransaction(knex, async (trx): Promise<ImportCounts> => {
      await lockImports(trx)
      const before = await findImport(trx, file.id)
      if (before) {
        return before
      }
      const { plan, sha256, leftOut } = await planImport(container, file, { asOf: file.as_of, db: trx })
      if (!plan.ok) {
        return refuseImport(plan.problems)
      }
      const written = {
        created_count: plan.rows.length,
        unchanged_count: plan.unchanged,
        left_out_count: leftOut,
        new_customer_count: newCustomers,
      }
      const { id, format, file_name, as_of: asOf, actor } = file
      await writeImportedSubscriptions(
        trx,
        plan.rows.map(({ key, subscription }) => ({ importKey: importKey(format, key), subscription })),
        { written: { id, format, file_name, sha256, ...written, created_by: actor }, asOf, actor },
      )
      await addOutboxEvents(
        trx,
        plan.rows.map(({ subscription: { row } }) => ({
          name: "billing.subscription.imported" as const,
          data: { id: row.id, status: row.status, import_id: id },
        })),
      )
      return written
    })
    return new StepResponse(counts)
  },
)
