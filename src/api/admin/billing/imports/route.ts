import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createHash } from "node:crypto"
import type { ImportSubscriptions, SubscriptionsImportAnswer } from "../../../../contracts/billing/imports"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"
import { importSubscriptionsWorkflow } from "../../../../workflows/billing/imports/import-subscriptions"
import { planImport } from "../../../../workflows/billing/imports/plan-import"
import { storeDate } from "../../../store-date"
import { presentImport } from "./present-import"

/** A dry run says what would be done, or what is wrong with which row; else all is written, or nothing (B62). */
export async function POST(
  req: AuthenticatedMedusaRequest<ImportSubscriptions>,
  res: MedusaResponse<{ import: SubscriptionsImportAnswer }>,
): Promise<void> {
  const { dry_run, key, ...file } = req.validatedBody
  const as_of = await storeDate(req.scope)
  if (dry_run) {
    const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
    res.json({ import: presentImport(await planImport(req.scope, file, { asOf: as_of, db: knex })) })
    return
  }
  const id = `bimp_${createHash("sha256").update(key).digest("hex").slice(0, 26)}`
  const { result: counts } = await importSubscriptionsWorkflow(req.scope).run({
    input: { id, ...file, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({
    import: { is_written: true, ...counts, currencies: [], months: [], problems: [], problem_count: 0, rows: [] },
  })
}
