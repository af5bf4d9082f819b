import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveOffer } from "../../../../contracts/billing/offers"
import {
  planOffer,
  wantedOffer,
  withCycles,
  type OfferPlan,
  type OfferRequest,
  type StoredOffer,
} from "../../../../rules/billing"
import { versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { loadOfferFacts } from "../load-offer-facts"

export interface SaveOfferInput {
  product_id: string
  offer: SaveOffer
}

export interface PlannedSave {
  plan: OfferPlan
  stored: StoredOffer | null
  /** The request with all cycles. */
  offer: OfferRequest
}

/** Decides what saving the offer does. Refuses it if any field is invalid or its version is old, before a write. */
export const planOfferStep = createStep("billing-plan-offer", async (input: SaveOfferInput, { container }) => {
  const { facts, stored } = await loadOfferFacts(container, input.product_id, input.offer.cross_sells)
  const outdated = versionProblems(input.offer.version, stored?.offer ?? null)
  if (outdated.length) {
    throw invalidFields("The offer was not saved", outdated)
  }
  const { version: _version, ...offer } = withCycles(input.offer, stored)
  const planned = planOffer(wantedOffer(input.product_id, offer, stored?.offer ?? null), facts)
  if (!planned.ok) {
    throw invalidFields("The offer was not saved", planned.problems)
  }
  return new StepResponse<PlannedSave>({ plan: planned.plan, stored, offer })
})
