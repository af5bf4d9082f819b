import type { Decimal } from "../../../money"
import type { PriceColumns } from "../base-price"
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

/** A price as Medusa makes it: for whom and for how many it holds goes along. */
export interface ClonedPrice {
  currency_code: string
  amount: Decimal
  min_quantity?: number
  max_quantity?: number
  /** By attribute: its value, or bounds of numbers. */
  rules?: Record<string, string | { operator: string; value: number }[]>
}

/** A variant's own prices, those of regions, groups and quantities among them; what a price list says stays with the original. */
export const pricesOfClone = (prices: readonly PriceColumns[]): ClonedPrice[] =>
  prices
    .filter(({ price_list_id }) => price_list_id === null)
    .map(({ currency_code, amount, min_quantity, max_quantity, price_rules }) => ({
      ...{ currency_code, amount },
      ...(min_quantity === null ? {} : { min_quantity: Number(min_quantity) }),
      ...(max_quantity === null ? {} : { max_quantity: Number(max_quantity) }),
      ...(price_rules.length ? { rules: rulesOf(price_rules) } : {}),
    }))

function rulesOf(rules: PriceColumns["price_rules"]): NonNullable<ClonedPrice["rules"]> {
  const attributes = [...new Set(rules.map(({ attribute }) => attribute))]
  return Object.fromEntries(
    attributes.map((name) => {
      const [first, ...others] = rules.filter(({ attribute }) => attribute === name)
      const isValue = first?.operator === "eq" && !others.length
      const bounds = [first, ...others].flatMap((one) =>
        one ? [{ operator: one.operator, value: Number(one.value) }] : [],
      )
      return [name, isValue ? first.value : bounds]
    }),
  )
}
