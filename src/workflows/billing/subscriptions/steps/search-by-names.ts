import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { BILLING_MODULE, type BillingModuleService, searchByNamesOf } from "../../../../modules/billing"

export interface SearchByNamesInput {
  customer_ids: string[]
}

/** Reads the names again. Twice is once, so there is nothing to compensate. */
export const searchByNamesStep = createStep(
  "billing-search-by-names",
  async ({ customer_ids }: SearchByNamesInput, { container }) => {
    await searchByNamesOf(container.resolve<BillingModuleService>(BILLING_MODULE).db.knex, customer_ids)
    return new StepResponse(customer_ids)
  },
)
