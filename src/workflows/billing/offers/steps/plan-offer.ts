import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveCycle, SaveOffer } from "../../../../contracts/billing/offers"
import type { StoredOffer } from "../../../../modules/billing"
import type { DraftAmount } from "../../../../rules/billing/offers/offer-draft"
import { planOffer } from "../../../../rules/billing/offers/plan-offer"
import type { OfferPlan, WantedCycle, WantedOffer } from "../../../../rules/billing/offers/plan-offer-types"
import { invalidFields } from "../../../errors/invalid-fields"
import { intervalOf, loadOfferFacts } from "../load-offer-facts"

export interface SaveOfferInput {
  product_id: string
  offer: SaveOffer
}

export interface PlannedSave {
  plan: OfferPlan
  stored: StoredOffer | null
}

const asAmounts = (list: SaveCycle["prices"]): DraftAmount[] | null =>
  list?.map(({ currency_code, amount }) => ({ currencyCode: currency_code, amount })) ?? null

const asWantedCycle = (cycle: SaveCycle): WantedCycle => ({
  id: cycle.id ?? null,
  variantId: cycle.variant_id ?? null,
  interval: cycle.interval,
  prices: asAmounts(cycle.prices),
  setupFees: asAmounts(cycle.setup_fees),
})

/** The request, with what it leaves out as it is stored: contradictions with what stays are contradictions, too. */
function asWantedOffer({ product_id, offer }: SaveOfferInput, stored: StoredOffer | null): WantedOffer {
  const old = stored?.offer
  const oldDuration = old ? intervalOf({ interval_unit: old.duration_unit, interval_count: old.duration_count }) : null
  const pick = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given)
  const crossSells = offer.cross_sells ?? []
  return {
    productId: product_id,
    paymentType: offer.payment_type,
    trialDays: pick(offer.trial_days, old?.trial_days ?? null),
    duration: pick(offer.duration, oldDuration),
    collectionMethod: pick(offer.collection_method, old?.collection_method ?? null),
    provisioningType: offer.provisioning_type ?? null,
    // No provider module is active in this version of the plugin.
    provisioningTypes: [],
    crossSells: crossSells.map((one) => ({ productId: one.product_id, replaces: one.replaces })),
    cycles: offer.cycles.map(asWantedCycle),
  }
}

/** Decides what saving the offer does, and refuses it whole where a field is wrong: nothing is written before. */
export const planOfferStep = createStep("billing-plan-offer", async (input: SaveOfferInput, { container }) => {
  const { facts, stored } = await loadOfferFacts(container, input.product_id, input.offer.cross_sells)
  const planned = planOffer(asWantedOffer(input, stored), facts)
  if (!planned.ok) {
    throw invalidFields("The offer was not saved", planned.problems)
  }
  return new StepResponse<PlannedSave>({ plan: planned.plan, stored })
})
