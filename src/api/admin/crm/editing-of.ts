import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { Editing } from "../../../workflows/customers/profiles/editing"
import { storeNow } from "../../now"
import { storeDate } from "../../store-date"

/** Who asks, and when. */
export async function editingOf(req: AuthenticatedMedusaRequest<unknown>): Promise<Editing> {
  return { at: await storeNow(req.scope), as_of: await storeDate(req.scope), by: req.auth_context.actor_id }
}
