import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SavePaymentMethodAnswer, SavePaymentMethodBody } from "../../../../../contracts/billing/payment-methods"
import { pathId } from "../../../../path-id"
import { saveCartPaymentMethodWorkflow } from "../../../../../workflows/billing/payment-methods/save-cart-payment-method"

export async function POST(
  req: AuthenticatedMedusaRequest<SavePaymentMethodBody>,
  res: MedusaResponse<SavePaymentMethodAnswer>,
): Promise<void> {
  const { provider_id, data } = req.validatedBody
  const { result } = await saveCartPaymentMethodWorkflow(req.scope).run({
    input: {
      cart_id: pathId(req.params.id, "Cart"),
      customer_id: req.auth_context.actor_id,
      provider_id,
      data: data ?? {},
    },
  })
  if (result.kind === "saved") {
    const { id, brand, last4 } = result.method
    res.json({ payment_method: { provider_id, id, brand, last4 }, requires_action: null })
  } else {
    res.json({ payment_method: null, requires_action: result.kind === "requires_action" ? result.data : null })
  }
}
