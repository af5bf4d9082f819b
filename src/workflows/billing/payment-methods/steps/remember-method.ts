import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { rememberMethod, type RememberedPayment } from "../remember-method"

/** Asks the collector of the payment provider what it remembers of the method that the order was paid with. */
export const rememberMethodStep = createStep(
  "billing-remember-method",
  async (sale: { order: { id: string } } | null, { container }) =>
    new StepResponse<RememberedPayment | null>(sale && (await rememberMethod(container, { order_id: sale.order.id }))),
)
