import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PriceMigrationAnswer } from "../../../../../contracts/billing/subscription-answers"
import type { MigratePriceBody } from "../../../../../contracts/billing/price-changes"
import { CORE_MODULE, type CoreModuleService } from "../../../../../modules/core"
import { migratePriceWorkflow } from "../../../../../workflows/billing/subscriptions/migrate-price"

/** Returns who pays what from when; without `dry_run`, it also makes or announces it, or asks for consent. */
export async function POST(
  req: AuthenticatedMedusaRequest<MigratePriceBody>,
  res: MedusaResponse<PriceMigrationAnswer>,
): Promise<void> {
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { result } = await migratePriceWorkflow(req.scope).run({
    input: { ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json(result)
}
