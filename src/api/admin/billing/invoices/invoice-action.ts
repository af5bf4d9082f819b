import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { pathId } from "../../../path-id"
import { storeDate } from "../../../store-date"
import type { InvoiceActionContext } from "../../../../workflows/billing/accounts/invoice-in-action"

/** Whose action it is, on what invoice, on what date. */
export async function invoiceAction(req: AuthenticatedMedusaRequest<unknown>): Promise<InvoiceActionContext> {
  return {
    invoice_id: pathId(req.params.id, "Invoice"),
    as_of: await storeDate(req.scope),
    actor: `user:${req.auth_context.actor_id}`,
  }
}
