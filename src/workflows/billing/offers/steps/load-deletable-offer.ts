import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, type StoredOffer } from "../../../../modules/billing"
import { versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { refuseWhileRunning } from "../refuse-while-running"

export interface DeleteOfferInput {
  product_id: string
  /** The version that the caller has seen; left out: whatever it is. */
  version?: number | undefined
}

/**
 * The offer of a product (null: it has none). Refuses with their number while subscriptions run on the product, and where
 * the offer was changed since it was seen: what goes with it may be more than was said.
 */
export const loadDeletableOfferStep = createStep(
  "billing-load-deletable-offer",
  async ({ product_id, version }: DeleteOfferInput, { container }) => {
    const billing: BillingModuleService = container.resolve(BILLING_MODULE)
    await refuseWhileRunning(container, "product_id", [product_id])
    const [stored = null] = await billing.offersOf([product_id])
    const outdated = stored ? versionProblems(version, stored.offer) : []
    if (outdated.length) {
      throw invalidFields("The offer was not changed", outdated)
    }
    return new StepResponse<StoredOffer | null>(stored)
  },
)
