import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { offerRows, type OfferPlan, type OfferRequest, type StoredOffer } from "../../../../rules/billing"

export interface FillOfferInput {
  product_id: string
  planned: { plan: OfferPlan; stored: StoredOffer | null; offer: OfferRequest }
  /** The variants that were made for it, in the order of the plan's cycles that have none. */
  madeVariantIds: string[]
}

/** Turns the plan into rows. A step, so that the ids it gives are the same when the workflow is resumed. */
export const fillOfferStep = createStep(
  "billing-fill-offer",
  async ({ product_id, planned, madeVariantIds }: FillOfferInput) => {
    const newId = (prefix: string) => generateEntityId(undefined, prefix)
    return new StepResponse<StoredOffer>(
      offerRows({ product_id, offer: planned.offer }, { ...planned, madeVariantIds, newId }),
    )
  },
)
