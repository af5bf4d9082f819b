import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeBalanceBody, CustomerAccountAnswer } from "../../../../../../contracts/billing/customer-account"
import { changeBalanceWorkflow } from "../../../../../../workflows/billing/balance/change-balance"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { customerAccount } from "../../customer-account"

/** Gives the customer balance, or takes it back. */
export async function POST(
  req: AuthenticatedMedusaRequest<ChangeBalanceBody>,
  res: MedusaResponse<{ account: CustomerAccountAnswer }>,
): Promise<void> {
  const customer_id = pathId(req.params.id, "Customer")
  const as_of = await storeDate(req.scope)
  await changeBalanceWorkflow(req.scope).run({
    input: { customer_id, ...req.validatedBody, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  res.json({ account: await customerAccount(req.scope, customer_id) })
}
