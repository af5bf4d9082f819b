import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { EndSubscriptionsBody } from "../../../../../../contracts/billing/subscriptions"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../modules/core"
import { endSubscriptionsOfCustomerWorkflow } from "../../../../../../workflows/billing/subscriptions/end-subscriptions-of-customer"
import { pathId } from "../../../../../path-id"

/** Ends all that runs for a customer, at once; then the customer can be deleted. */
export async function POST(req: AuthenticatedMedusaRequest<EndSubscriptionsBody>, res: MedusaResponse): Promise<void> {
  const customer_id = pathId(req.params.id, "Customer")
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { result } = await endSubscriptionsOfCustomerWorkflow(req.scope).run({
    input: { customer_id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ ended: result })
}
