import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { EraseCustomerBody } from "../../../../../../contracts/sales/sales"
import { eraseCustomerWorkflow } from "../../../../../../workflows/sales/people/erase-customer"
import { pathId } from "../../../../../path-id"

/** Destroys the key of what the history says of a customer. It cannot be taken back. */
export async function POST(
  req: AuthenticatedMedusaRequest<EraseCustomerBody>,
  res: MedusaResponse<{ id: string; erased: true }>,
): Promise<void> {
  const customer_id = pathId(req.params.id, "Customer")
  const { reason = null } = req.validatedBody
  const actor = `user:${req.auth_context.actor_id}`
  await eraseCustomerWorkflow(req.scope).run({
    input: { customer_id, reason, actor, now: new Date().toISOString() },
  })
  res.json({ id: customer_id, erased: true })
}
