import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../modules/billing"

export async function GET(req: MedusaRequest<unknown, { id: string }>, res: MedusaResponse): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const run = await billing.retrieveRun(req.params.id ?? "")
  const shares = await billing.listRunShares({ run_id: run.id }, { order: { worker: "ASC" } })
  res.json({ run: { ...run, shares } })
}
