import { durationOf, intervalOf, minimumTermOf, noticeOf, type StoredOffer } from "../offer-columns"

/** A variant of the clone, and the one that it is a copy of. */
export interface ClonedVariant {
  id: string
  copyOf: string
}

/**
 * The offer of a clone, on the clone's own variants, whose prices are copied with them (B12). It starts hidden, and delivers
 * nothing by itself. A cycle whose variant is gone is left out.
 */
export function offerOfClone({ offer, cycles, setupFees }: StoredOffer, variants: readonly ClonedVariant[]) {
  return {
    payment_type: offer.payment_type,
    hidden: true,
    on_request: offer.on_request,
    rank: offer.rank,
    collection_method: offer.collection_method,
    trial_days: offer.trial_days,
    duration: durationOf(offer),
    cycle_limit: offer.cycle_limit,
    billing_day: offer.billing_day === null ? null : { day: offer.billing_day, month: offer.billing_month ?? 1 },
    minimum_term: minimumTermOf(offer),
    notice: noticeOf(offer),
    cross_sells: offer.cross_sells,
    cycles: cycles.flatMap((cycle) => {
      const variant = variants.find(({ copyOf }) => copyOf === cycle.variant_id)
      const fees = setupFees.filter(({ cycle_id }) => cycle_id === cycle.id)
      return variant
        ? [
            {
              variant_id: variant.id,
              rank: cycle.rank,
              interval: intervalOf(cycle),
              setup_fees: fees.map(({ currency_code, amount }) => ({ currency_code, amount })),
            },
          ]
        : []
    }),
  }
}
