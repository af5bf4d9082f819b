import type { Interval } from "../../calendar"
import type { CollectionMethod, PaymentType } from "../states"
import type { DraftAmount } from "./offer-draft"
import { billingDayOf } from "../subscriptions/subscription-columns"
import { durationOf, intervalOf, minimumTermOf, noticeOf, type OfferColumns, type StoredOffer } from "./offer-columns"
import type { WantedCycle, WantedOffer } from "./plan-offer-types"

interface AmountRequest {
  currency_code: string
  amount: unknown
}

/** A requested cycle: fields left out stay unchanged. */
export interface CycleRequest {
  id?: string | undefined
  variant_id?: string | undefined
  rank?: number | undefined
  interval: Interval | null
  prices?: AmountRequest[] | undefined
  setup_fees?: AmountRequest[] | undefined
}

/** A requested offer: fields left out stay unchanged, except cycles, which are the whole list. */
export interface OfferRequest {
  payment_type: PaymentType
  provisioning_type?: string | null | undefined
  auto_create_service?: boolean | undefined
  rank?: number | undefined
  hidden?: boolean | undefined
  on_request?: boolean | undefined
  collection_method?: CollectionMethod | null | undefined
  trial_days?: number | null | undefined
  duration?: Interval | null | undefined
  cycle_limit?: number | null | undefined
  billing_day?: { day: number; month?: number | undefined } | null | undefined
  minimum_term?: Interval | null | undefined
  notice?: Interval | null | undefined
  cross_sells?: { product_id: string; replaces: boolean }[] | undefined
  cycles: CycleRequest[]
}

/** A request that lists no cycles keeps the stored ones, with their prices and fees. */
export function withCycles<Request extends { cycles?: CycleRequest[] | undefined }>(
  offer: Request,
  stored: StoredOffer | null,
): Request & { cycles: CycleRequest[] } {
  const kept = (stored?.cycles ?? []).map((cycle) => ({ id: cycle.id, rank: cycle.rank, interval: intervalOf(cycle) }))
  return { ...offer, cycles: offer.cycles ?? kept }
}

/** The request, with what it leaves out as it is stored: contradictions with what stays are contradictions, too. */
export function wantedOffer(productId: string, offer: OfferRequest, old: OfferColumns | null): WantedOffer {
  const pick = <T>(given: T | undefined, before: T): T => (given === undefined ? before : given)
  const crossSells = offer.cross_sells ?? []
  return {
    productId,
    paymentType: offer.payment_type,
    trialDays: pick(offer.trial_days, old?.trial_days ?? null),
    duration: pick(offer.duration, old && durationOf(old)),
    cycleLimit: pick(offer.cycle_limit, old?.cycle_limit ?? null),
    billingDay: pick(offer.billing_day, old && billingDayOf(old)),
    minimumTerm: pick(offer.minimum_term, old && minimumTermOf(old)),
    notice: pick(offer.notice, old && noticeOf(old)),
    collectionMethod: pick(offer.collection_method, old?.collection_method ?? null),
    provisioningType: offer.provisioning_type ?? null,
    crossSells: crossSells.map((one) => ({ productId: one.product_id, replaces: one.replaces })),
    cycles: offer.cycles.map(asWantedCycle),
  }
}

const asWantedCycle = (cycle: CycleRequest): WantedCycle => ({
  id: cycle.id ?? null,
  variantId: cycle.variant_id ?? null,
  interval: cycle.interval,
  prices: asAmounts(cycle.prices),
  setupFees: asAmounts(cycle.setup_fees),
})

const asAmounts = (list: AmountRequest[] | undefined): DraftAmount[] | null =>
  list?.map(({ currency_code, amount }) => ({ currencyCode: currency_code, amount })) ?? null
