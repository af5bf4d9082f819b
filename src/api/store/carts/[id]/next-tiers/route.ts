import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NextTierAnswer } from "../../../../../contracts/discounts/answers"
import { CORE_MODULE, type CoreModuleService } from "../../../../../modules/core"
import { showNextTiers } from "../../../../../workflows/discounts/answers/show-tiers"
import { pathId } from "../../../../path-id"

/** "Add 2 more to reach the next tier" (D23). */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ next_tiers: NextTierAnswer[] }>,
): Promise<void> {
  const next_tiers = await showNextTiers(req.scope, {
    cartId: pathId(req.params.id, "Cart"),
    customerId: req.auth_context?.actor_id ?? null,
    asOf: await req.scope.resolve<CoreModuleService>(CORE_MODULE).today(),
  })
  res.json({ next_tiers })
}
