import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { PaymentLinkAnswer } from "../../../../../../contracts/billing/payment-links"
import { BILLING_MODULE, type BillingModuleService, findPaymentLink } from "../../../../../../modules/billing"
import { revokePaymentLinkWorkflow } from "../../../../../../workflows/billing/payment-pages/revoke-payment-link"
import { pathId } from "../../../../../path-id"
import { storeDate } from "../../../../../store-date"
import { presentPaymentLink } from "../../present-payment-link"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ payment_link: PaymentLinkAnswer }>,
): Promise<void> {
  const id = pathId(req.params.id, "Payment link")
  const as_of = await storeDate(req.scope)
  await revokePaymentLinkWorkflow(req.scope).run({ input: { id, as_of, actor: `user:${req.auth_context.actor_id}` } })
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const link = await findPaymentLink(knex, id)
  if (!link) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Payment link with id: ${id} was not found`)
  }
  res.json({ payment_link: presentPaymentLink(link, as_of) })
}
