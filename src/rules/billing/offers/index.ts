export {
  allBasePrices,
  basePriceAt,
  basePriceScope,
  plainBasePrices,
  type PriceColumns,
  type PricePlace,
} from "./base-price"
export { offerOfClone, pricesOfClone, type ClonedPrice, type ClonedVariant } from "./clone/offer-of-clone"
export { crossSellsOfCart, type CrossSell } from "./cross-sells/cross-sells-of-cart"
export { disabledEverywhere, disabledVariants } from "./disabled-variants"
export { fillCycles, type CycleToFill } from "./fill-cycles"
export { isCycleEnabled } from "./is-cycle-enabled"
export { cycleOfLink } from "./links/cycle-of-link"
export { landing, LINK_ACTS, type LandingSettings, type LinkAct } from "./links/landing"
export { offerAnswer } from "./offer-answer"
export {
  durationOf,
  intervalOf,
  type CycleColumns,
  type OfferColumns,
  type SetupFeeColumns,
  type StoredOffer,
} from "./offer-columns"
export { offerDeletion, type OfferDeletion } from "./offer-deletion"
export type { DraftAmount, DraftCycle, FieldProblem, OfferDraft } from "./offer-draft"
export { offerRows } from "./offer-rows"
export { offerTerms, type LoadedOffer } from "./offer-terms"
export { planBasePrices } from "./plan-base-prices"
export { planOffer } from "./plan-offer"
export type { Amount, OfferFacts, OfferPlan, StoredCycleFacts } from "./plan-offer-types"
export { saving, type Saving } from "./saving"
export { storeProductAnswer, type StoreProduct } from "./store-product-answer"
export { validateOffer } from "./validate-offer"
export { wantedOffer, withCycles, type OfferRequest } from "./wanted-offer"
