import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { rememberMethod, type RememberedPayment } from "../remember-method"

/** Reads, by the provider's collector, the payment method of an order's checkout. */
export const rememberMethodStep = createStep(
  "billing-remember-method",
  async (ordered: { order: { id: string } } | null, { container }) =>
    new StepResponse<RememberedPayment | null>(
      ordered && (await rememberMethod(container, { order_id: ordered.order.id })),
    ),
)
