import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { signOn } from "../../../../../../../workflows/provisioning/services/sign-on"
import { pathId } from "../../../../../../path-id"
import { storeDate } from "../../../../../../store-date"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const customerId = req.auth_context.actor_id
  const asked = { id: pathId(req.params.id, "Service"), customerId, asOf: await storeDate(req.scope) }
  res.json({ sign_on: await signOn(req.scope, { ...asked, actor: `customer:${customerId}` }) })
}
