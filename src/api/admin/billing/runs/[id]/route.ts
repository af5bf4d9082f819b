import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pathId } from "../../../../path-id"
import { BILLING_MODULE, type BillingModuleService, readRunProblems } from "../../../../../modules/billing"

const SHOWN_PROBLEMS = 100

export async function GET(req: MedusaRequest<unknown, { id: string }>, res: MedusaResponse): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const run = await billing.retrieveRun(pathId(req.params.id, "Billing run"))
  const shares = await billing.listRunShares({ run_id: run.id }, { order: { worker: "ASC" } })
  const { problems, count } = await readRunProblems(billing.db.knex, run.id, SHOWN_PROBLEMS)
  res.json({ run: { ...run, shares, problems, problem_count: count } })
}
