import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveOffer } from "../../../../contracts/billing/offers"
import { planOffer, wantedOffer, type OfferPlan, type StoredOffer } from "../../../../rules/billing"
import { invalidFields } from "../../../errors/invalid-fields"
import { loadOfferFacts } from "../load-offer-facts"

export interface SaveOfferInput {
  product_id: string
  offer: SaveOffer
}

export interface PlannedSave {
  plan: OfferPlan
  stored: StoredOffer | null
}

/** Decides what saving the offer does. Refuses it if any field is invalid; nothing is written before. */
export const planOfferStep = createStep("billing-plan-offer", async (input: SaveOfferInput, { container }) => {
  const { facts, stored } = await loadOfferFacts(container, input.product_id, input.offer.cross_sells)
  const planned = planOffer(wantedOffer(input.product_id, input.offer, stored?.offer ?? null), facts)
  if (!planned.ok) {
    throw invalidFields("The offer was not saved", planned.problems)
  }
  return new StepResponse<PlannedSave>({ plan: planned.plan, stored })
})
