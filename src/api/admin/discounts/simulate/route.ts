import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Simulate, SimulateAnswer } from "../../../../contracts/discounts/answers"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { simulateDiscounts } from "../../../../workflows/discounts/answers/simulate-discounts"

/** Articles, quantities, customer, date: what would be taken off, and why (D22). Nothing is stored. */
export async function POST(
  req: AuthenticatedMedusaRequest<Simulate>,
  res: MedusaResponse<SimulateAnswer>,
): Promise<void> {
  const today = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  res.json({ answer: await simulateDiscounts(req.scope, req.validatedBody, today) })
}
