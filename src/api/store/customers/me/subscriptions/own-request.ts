import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"

/** The reason where the customer gives none. */
export const BY_CUSTOMER = "by the customer"

/** What a customer's change of an own subscription says beside its body: which one, when, and who. */
export async function ownRequest(req: AuthenticatedMedusaRequest<unknown>) {
  const customer_id = req.auth_context.actor_id
  const actor = `customer:${customer_id}` as const
  return { id: pathId(req.params.id, "Subscription"), as_of: await storeDate(req.scope), actor, customer_id }
}
