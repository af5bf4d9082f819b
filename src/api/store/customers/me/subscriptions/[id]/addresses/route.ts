import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeOwnAddressesBody } from "../../../../../../../contracts/billing/changes"
import { changeAddressesWorkflow } from "../../../../../../../workflows/billing/changes/change-addresses"
import { ownRequest } from "../../own-request"
import { ownSubscription } from "../../own-subscription"

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeOwnAddressesBody>,
  res: MedusaResponse,
): Promise<void> {
  await changeAddressesWorkflow(req.scope).run({ input: { ...(await ownRequest(req)), ...req.validatedBody } })
  res.json({ subscription: await ownSubscription(req) })
}
