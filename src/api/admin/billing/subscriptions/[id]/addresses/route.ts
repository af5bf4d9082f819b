import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeAddressesBody } from "../../../../../../contracts/billing/changes"
import { changeAddressesWorkflow } from "../../../../../../workflows/billing/changes/change-addresses"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { subscriptionDetail } from "../../subscription-detail"

export async function POST(req: AuthenticatedMedusaRequest<ChangeAddressesBody>, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const as_of = await storeDate(req.scope)
  const actor = `user:${req.auth_context.actor_id}` as const
  await changeAddressesWorkflow(req.scope).run({ input: { id, ...req.validatedBody, as_of, actor } })
  res.json({ subscription: await subscriptionDetail(req.scope, id) })
}
