import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { pathId } from "../../../../../path-id"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../../modules/billing"
import { stopRunWorkflow } from "../../../../../../workflows/billing/runs/stop-run"

export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const { id, status } = await billing.retrieveRun(pathId(req.params.id, "Billing run"))
  const { result: stopped } = await stopRunWorkflow(req.scope).run({ input: { id } })
  if (!stopped) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `id: run ${id} is ${status} and cannot be stopped any more`)
  }
  res.json({ run: await billing.retrieveRun(id) })
}
