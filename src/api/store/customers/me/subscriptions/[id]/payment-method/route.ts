import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  ChangePaymentMethodAnswer,
  SavePaymentMethodBody,
} from "../../../../../../../contracts/billing/payment-methods"
import { BILLING_MODULE, type BillingModuleService, readSubscription } from "../../../../../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../../../../../modules/core"
import { changePaymentMethodWorkflow } from "../../../../../../../workflows/billing/payment-methods/change-payment-method"
import { pathId } from "../../../../../../path-id"

export async function POST(
  req: AuthenticatedMedusaRequest<SavePaymentMethodBody>,
  res: MedusaResponse<ChangePaymentMethodAnswer>,
): Promise<void> {
  const id = pathId(req.params.id, "Subscription")
  const customer_id = req.auth_context.actor_id
  const { provider_id, data } = req.validatedBody
  const as_of = await req.scope.resolve<CoreModuleService>(CORE_MODULE).today()
  const { result } = await changePaymentMethodWorkflow(req.scope).run({
    input: { id, customer_id, provider_id, data: data ?? {}, as_of, actor: `customer:${customer_id}` },
  })
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { status } = await readSubscription(knex, id, { customer_id })
  const { answer, charges } = result
  const shown = answer.kind === "saved" ? answer.method : null
  res.json({
    payment_method: shown && { provider_id, id: shown.id, brand: shown.brand, last4: shown.last4 },
    requires_action: answer.kind === "requires_action" ? answer.data : null,
    charges,
    status,
  })
}
