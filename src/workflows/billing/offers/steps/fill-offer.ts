import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { StoredOffer } from "../../../../modules/billing"
import { offerRows } from "../offer-rows"
import type { PlannedSave, SaveOfferInput } from "./plan-offer"

interface FillOfferInput {
  input: SaveOfferInput
  planned: PlannedSave
  madeVariantIds: string[]
}

/** Turns the plan into rows. A step, so that the ids it gives are the same when the workflow is resumed. */
export const fillOfferStep = createStep("billing-fill-offer", async (data: FillOfferInput) => {
  return new StepResponse<StoredOffer>(offerRows(data.input, data.planned, data.madeVariantIds))
})
