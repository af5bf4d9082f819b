import type { Decimal } from "../../money"
import type { CycleTerms, OfferTerms } from "../types"
import { billingDayOf } from "../subscriptions/subscription-columns"
import { durationOf, intervalOf, minimumTermOf, noticeOf, type OfferColumns, type StoredOffer } from "./offer-columns"

/** An offer and its cycles with the figures of one currency and region, as they are decided on. */
export interface LoadedOffer {
  offer: OfferTerms
  /** In the merchant's order. */
  cycles: CycleTerms[]
}

/** A stored offer as facts. `basePriceOf` answers with a variant's base price where it is bought. */
export function offerTerms(
  { offer, cycles, setupFees }: StoredOffer,
  { currencyCode, basePriceOf }: { currencyCode: string; basePriceOf: (variantId: string) => Decimal | null },
): LoadedOffer {
  const feeOf = (cycleId: string): Decimal | null =>
    setupFees.find((fee) => fee.cycle_id === cycleId && fee.currency_code === currencyCode)?.amount ?? null
  return {
    offer: toTerms(offer),
    cycles: cycles.map((cycle) => ({
      id: cycle.id,
      variantId: cycle.variant_id,
      interval: intervalOf(cycle),
      basePrice: basePriceOf(cycle.variant_id),
      setupFee: feeOf(cycle.id),
    })),
  }
}

const toTerms = (row: OfferColumns): OfferTerms => ({
  id: row.id,
  productId: row.product_id,
  paymentType: row.payment_type,
  hidden: row.hidden,
  onRequest: row.on_request,
  trialDays: row.trial_days,
  duration: durationOf(row),
  collectionMethod: row.collection_method,
  cycleLimit: row.cycle_limit,
  billingDay: billingDayOf(row),
  minimumTerm: minimumTermOf(row),
  notice: noticeOf(row),
})
