import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, offersInOrder, placeOffers } from "../../../../modules/billing"

/** Puts offers into an order. Compensation: the order before. */
export const placeOffersStep = createStep(
  "billing-place-offers",
  async ({ ids }: { ids: string[] }, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const before = (await offersInOrder(knex, ids)).map(({ id }) => id)
    if (before.length !== ids.length) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "ids: must name offers that there are, each once")
    }
    await placeOffers(knex, ids)
    return new StepResponse(ids, before)
  },
  async (before, { container }) => {
    if (before) {
      await placeOffers(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, before)
    }
  },
)
