import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { RunAnswer } from "../../../../../../contracts/billing/runs"
import { pathId } from "../../../../../path-id"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../../modules/billing"
import { stopRunWorkflow } from "../../../../../../workflows/billing/runs/stop-run"
import { presentRun } from "../../present-run"

export async function POST(req: MedusaRequest, res: MedusaResponse<{ run: RunAnswer }>): Promise<void> {
  const billing = req.scope.resolve<BillingModuleService>(BILLING_MODULE)
  const { id, status } = await billing.retrieveRun(pathId(req.params.id, "Billing run"))
  const { result: stopped } = await stopRunWorkflow(req.scope).run({ input: { id } })
  if (!stopped) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `id: run ${id} is ${status} and cannot be stopped any more`)
  }
  res.json({ run: presentRun(await billing.retrieveRun(id)) })
}
