import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { deleteFilter } from "../../../../../modules/customers"
import { customersDatabase } from "../../../../../workflows/customers/profiles/editing"
import { pathId } from "../../../../path-id"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Filter")
  if (!(await deleteFilter(customersDatabase(req.scope), { id, userId: req.auth_context.actor_id }))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Filter with id: ${id} was not found`)
  }
  res.json({ id, object: "customers_saved_filter", deleted: true })
}
