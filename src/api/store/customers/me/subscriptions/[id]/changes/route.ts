import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeOwnSubscriptionBody } from "../../../../../../../contracts/billing/changes"
import { changeSubscriptionWorkflow } from "../../../../../../../workflows/billing/changes/change-subscription"
import { pathId } from "../../../../../../path-id"
import { storeDate } from "../../../../../../store-date"
import { ownSubscription } from "../../own-subscription"

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeOwnSubscriptionBody>,
  res: MedusaResponse,
): Promise<void> {
  const customer_id = req.auth_context.actor_id
  const { expected, ...wish } = req.validatedBody
  const as_of = await storeDate(req.scope)
  await changeSubscriptionWorkflow(req.scope).run({
    input: {
      id: pathId(req.params.id, "Subscription"),
      wish: { ...wish, isCustomer: true },
      expected,
      as_of,
      actor: `customer:${customer_id}`,
      customer_id,
    },
  })
  res.json({ subscription: await ownSubscription(req) })
}
