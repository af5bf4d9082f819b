import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, type StoredOffer } from "../../../../modules/billing"
import { refuseWhileRunning } from "../refuse-while-running"

/** The offer of a product (null: it has none); refuses with their number while subscriptions run on the product. */
export const loadDeletableOfferStep = createStep(
  "billing-load-deletable-offer",
  async (productId: string, { container }) => {
    const billing: BillingModuleService = container.resolve(BILLING_MODULE)
    await refuseWhileRunning(container, "product_id", [productId])
    const [stored = null] = await billing.offersOf([productId])
    return new StepResponse<StoredOffer | null>(stored)
  },
)
