import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, setOfferHidden } from "../../../../modules/billing"

export interface OfferVisibility {
  id: string
  hidden: boolean
}

/** Hides an offer or shows it again (B10). */
export const setVisibilityStep = createStep(
  "billing-set-visibility",
  async ({ id, hidden }: OfferVisibility, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const before = await setOfferHidden(knex, { id, hidden })
    if (before === null) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Offer with id: ${id} was not found`)
    }
    return new StepResponse<OfferVisibility, OfferVisibility>({ id, hidden }, { id, hidden: before })
  },
  async (before, { container }) => {
    if (before) {
      await setOfferHidden(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, before)
    }
  },
)
