import type { Interval } from "../../calendar"
import { padded, type Decimal } from "../../money"
import type { BillingDay } from "../changes/first-period"
import type { PaymentType } from "../states"
import type { CycleTerms } from "../types"
import { isCycleEnabled } from "./is-cycle-enabled"
import { isMonthly } from "./offer-answer"
import type { LoadedOffer } from "./offer-terms"
import { saving, type Saving } from "./saving"

/** Medusa's price of a variant for one visitor. */
export interface CalculatedPrice {
  raw_calculated_amount: { value: string | number } | null
  raw_original_amount: { value: string | number } | null
  currency_code: string
  is_calculated_price_tax_inclusive: boolean
}

/** A product as Medusa answers it. */
export interface StoreProduct {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  handle: string
  thumbnail: string | null
  collection: { id: string; title: string; handle: string } | null
  variants: { id: string; title: string; calculated_price?: CalculatedPrice | null }[]
}

export interface StorePrice {
  amount: Decimal
  original_amount: Decimal
  currency_code: string
  is_tax_inclusive: boolean
}

export interface StoreCycle {
  id: string
  variant_id: string
  title: string
  rank: number
  interval: Interval | null
  price: StorePrice | null
  setup_fee: { currency_code: string; amount: Decimal } | null
  saving: Saving | null
}

export interface StoreProductAnswer extends Omit<StoreProduct, "variants"> {
  offer: {
    id: string
    payment_type: PaymentType
    on_request: boolean
    trial_days: number | null
    duration: Interval | null
    cycle_limit: number | null
    billing_day: BillingDay | null
    minimum_term: Interval | null
    notice: Interval | null
    rank: number
  }
  cycles: StoreCycle[]
}

interface Showing {
  currencyCode: string
  rank: number
}

/** A product with the cycles that can be bought, each with what it saves against the monthly one as shown (B8). */
export function storeProductAnswer(
  row: StoreProduct,
  { offer, cycles }: LoadedOffer,
  showing: Showing,
): StoreProductAnswer {
  const enabled = cycles.filter((cycle) => isCycleEnabled(offer.paymentType, cycle.basePrice))
  const monthly = enabled.find(({ interval }) => isMonthly(interval))
  const { variants: _variants, ...product } = row
  return {
    ...product,
    collection: product.collection ?? null,
    offer: {
      id: offer.id,
      payment_type: offer.paymentType,
      on_request: offer.onRequest,
      trial_days: offer.trialDays,
      duration: offer.duration,
      cycle_limit: offer.cycleLimit ?? null,
      billing_day: offer.billingDay ?? null,
      minimum_term: offer.minimumTerm ?? null,
      notice: offer.notice ?? null,
      rank: showing.rank,
    },
    cycles: enabled.map((cycle, rank) =>
      storeCycle(cycle, row, {
        rank,
        currencyCode: showing.currencyCode,
        monthly: monthly ? priceOf(row, monthly) : null,
      }),
    ),
  }
}

function storeCycle(
  cycle: CycleTerms,
  row: StoreProduct,
  { rank, currencyCode, monthly }: Showing & { monthly: StorePrice | null },
): StoreCycle {
  const price = priceOf(row, cycle)
  const longer = isMonthly(cycle.interval) ? null : cycle.interval
  return {
    id: cycle.id,
    variant_id: cycle.variantId,
    title: row.variants.find((variant) => variant.id === cycle.variantId)?.title ?? "",
    rank,
    interval: cycle.interval,
    price,
    setup_fee: cycle.setupFee ? { currency_code: currencyCode, amount: padded(cycle.setupFee, currencyCode) } : null,
    saving: monthly && price && longer ? saving(monthly.amount, price.amount, longer, currencyCode) : null,
  }
}

/** Medusa's price for this visitor; null where there is none. */
function priceOf(row: StoreProduct, cycle: CycleTerms): StorePrice | null {
  const price = row.variants.find((variant) => variant.id === cycle.variantId)?.calculated_price
  if (!price?.raw_calculated_amount) {
    return null
  }
  const { currency_code, raw_original_amount } = price
  const amount = padded(String(price.raw_calculated_amount.value), currency_code)
  return {
    amount,
    original_amount: raw_original_amount ? padded(String(raw_original_amount.value), currency_code) : amount,
    currency_code,
    is_tax_inclusive: price.is_calculated_price_tax_inclusive,
  }
}
