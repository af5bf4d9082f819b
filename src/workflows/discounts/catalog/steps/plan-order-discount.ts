import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { OrderDiscountBody } from "../../../../rules/discounts"
import { planOrderDiscount } from "../plan-order-discount"
import { storedOrderDiscount } from "../stored-order-discount"

export interface SaveOrderDiscountInput {
  /** Null: a new one. */
  id: string | null
  /** `version` is the one that the fields were read in. */
  discount: OrderDiscountBody & { version?: number | undefined }
}

/** Decides what saving an order discount writes. Throws with all problems. */
export const planOrderDiscountStep = createStep(
  "discounts-plan-order-discount",
  async ({ id, discount }: SaveOrderDiscountInput, { container }) => {
    const before = id === null ? null : await storedOrderDiscount(container, id)
    return new StepResponse(await planOrderDiscount(container, before, discount))
  },
)
