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
import { deliveryProviders } from "../../../ports/delivery-providers"
import { loadOfferFacts } from "../load-offer-facts"
import { planCollection, type CollectionPlan } from "../plan-collection"

export interface SaveOfferInput {
  product_id: string
  offer: SaveOffer
}

export interface PlannedSave {
  plan: OfferPlan
  stored: StoredOffer | null
  collection: CollectionPlan
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
  const { version: _version, collection: group, ...offer } = withCycles(input.offer, stored)
  const collection = await planCollection(container, group, facts.collectionId)
  const provisioningTypes = deliveryProviders.get().ids(container)
  const wanted = { ...wantedOffer(input.product_id, offer, stored?.offer ?? null), provisioningTypes }
  const planned = planOffer(wanted, {
    ...facts,
    collectionId: collection.ok ? collection.collectionId : null,
  })
  if (!collection.ok || !planned.ok) {
    const others = planned.ok ? [] : planned.problems.filter(({ field }) => collection.ok || field !== "collection_id")
    throw invalidFields("The offer was not saved", [...(collection.ok ? [] : [collection.problem]), ...others])
  }
  return new StepResponse<PlannedSave>({ plan: planned.plan, stored, collection: collection.plan, offer })
})
