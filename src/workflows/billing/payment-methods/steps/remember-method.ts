import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { rememberMethodOfBuyer } from "../remember-method-of-buyer"
import type { RememberedPayment } from "../remember-method"

/** Reads, by the provider's collector, the payment method of an order's checkout. */
export const rememberMethodStep = createStep(
  "billing-remember-method",
  async (ordered: { order: { id: string } } | null, { container }) =>
    new StepResponse<RememberedPayment | null>(ordered && (await rememberMethodOfBuyer(container, ordered.order.id))),
)
