import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { signOn } from "../../../../../../workflows/provisioning/services/sign-on"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const actor = `user:${req.auth_context.actor_id}` as const
  const asOf = await storeDate(req.scope)
  res.json({ sign_on: await signOn(req.scope, { id: pathId(req.params.id, "Service"), asOf, actor }) })
}
