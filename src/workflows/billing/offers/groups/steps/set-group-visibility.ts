import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, setOffersHidden } from "../../../../../modules/billing"
import { offersOfGroup } from "../offers-of-group"

export interface GroupVisibility {
  collection_id: string
  hidden: boolean
}

/** All of them in one statement. Undone: those that were changed are as they were. */
export const setGroupVisibilityStep = createStep(
  "billing-set-group-visibility",
  async ({ collection_id, hidden }: GroupVisibility, { container }) => {
    const [collection] = await container
      .resolve(Modules.PRODUCT)
      .listProductCollections({ id: collection_id }, { select: ["id"] })
    if (!collection) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Group with id: ${collection_id} was not found`)
    }
    const offers = await offersOfGroup(container, collection_id)
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids = await setOffersHidden(knex, { ids: offers.map(({ id }) => id), hidden })
    return new StepResponse({ id: collection_id, hidden, offers: offers.length }, { ids, hidden: !hidden })
  },
  async (before, { container }) => {
    if (before) {
      await setOffersHidden(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, before)
    }
  },
)
