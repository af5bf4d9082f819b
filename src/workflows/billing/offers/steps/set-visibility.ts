import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService } from "../../../../modules/billing"

export interface OfferVisibility {
  id: string
  hidden: boolean
}

/** Hides an offer or shows it again (B10). */
export const setVisibilityStep = createStep(
  "billing-set-visibility",
  async ({ id, hidden }: OfferVisibility, { container }) => {
    const billing: BillingModuleService = container.resolve(BILLING_MODULE)
    const [before] = await billing.listOffers({ id: [id] }, { select: ["id", "hidden"], take: 1 })
    if (!before) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Offer with id: ${id} was not found`)
    }
    if (before.hidden !== hidden) {
      await billing.updateOffers({ id, hidden })
    }
    return new StepResponse<OfferVisibility, OfferVisibility>({ id, hidden }, { id, hidden: before.hidden })
  },
  async (before, { container }) => {
    if (before) {
      const billing: BillingModuleService = container.resolve(BILLING_MODULE)
      await billing.updateOffers({ id: before.id, hidden: before.hidden })
    }
  },
)
