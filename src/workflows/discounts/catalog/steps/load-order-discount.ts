import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { storedOrderDiscount } from "../stored-order-discount"

/** An order discount as it is stored. */
export const loadOrderDiscountStep = createStep(
  "discounts-load-order-discount",
  async (id: string, { container }) => new StepResponse(await storedOrderDiscount(container, id)),
)
