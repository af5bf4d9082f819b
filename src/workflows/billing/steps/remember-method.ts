import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { rememberedMethod, type RememberedMethod } from "../remembered-method"
import type { Sale } from "./load-sale"

/** Asks the collector of the payment provider what it remembers of the method that the order was paid with. */
export const rememberMethodStep = createStep(
  "billing-remember-method",
  async (sale: Sale | null, { container }) =>
    new StepResponse<RememberedMethod | null>(sale && (await rememberedMethod(container, sale.order.id))),
)
