import type { StoreCycleAnswer, StoreOfferProductAnswer } from "../../../contracts/billing/offers"
import { isCycleEnabled } from "../../../rules/billing/offers/is-cycle-enabled"
import { saving } from "../../../rules/billing/offers/saving"
import type { CycleTerms } from "../../../rules/billing/types"
import { checkAmount, type Decimal } from "../../../rules/money"
import type { LoadedOffer } from "./steps/load-offer-terms"

interface CalculatedPrice {
  raw_calculated_amount: { value: string | number } | null
  raw_original_amount: { value: string | number } | null
  currency_code: string
  is_calculated_price_tax_inclusive: boolean
}

/** A product as the query answers it. */
export interface StoreProductRow extends Omit<StoreOfferProductAnswer, "offer" | "cycles"> {
  variants: { id: string; title: string; calculated_price?: CalculatedPrice | null }[]
}

interface Showing {
  currencyCode: string
  rank: number
}

type Price = StoreCycleAnswer["price"]

const padded = (amount: string | number, currencyCode: string): Decimal => {
  const checked = checkAmount(String(amount), currencyCode)
  return checked.ok ? checked.amount : String(amount)
}

/** Medusa's price for this visitor; null where there is none. */
function priceOf(row: StoreProductRow, cycle: CycleTerms): Price {
  const price = row.variants.find((variant) => variant.id === cycle.variantId)?.calculated_price
  if (!price?.raw_calculated_amount) {
    return null
  }
  const { currency_code } = price
  const amount = padded(price.raw_calculated_amount.value, currency_code)
  return {
    amount,
    original_amount: price.raw_original_amount ? padded(price.raw_original_amount.value, currency_code) : amount,
    currency_code,
    is_tax_inclusive: price.is_calculated_price_tax_inclusive,
  }
}

const isMonthly = ({ interval }: CycleTerms): boolean => interval?.unit === "month" && interval.count === 1

/** A product with the cycles that can be bought, each with what it saves against the monthly one as shown (B8). */
export function storeProductAnswer(
  row: StoreProductRow,
  { offer, cycles }: LoadedOffer,
  { currencyCode, rank }: Showing,
): StoreOfferProductAnswer {
  const enabled = cycles.filter((cycle) => isCycleEnabled(offer.paymentType, cycle.basePrice))
  const monthlyCycle = enabled.find(isMonthly)
  const monthly = monthlyCycle ? priceOf(row, monthlyCycle) : null
  const { variants, ...product } = row
  return {
    ...product,
    collection: product.collection ?? null,
    offer: {
      id: offer.id,
      payment_type: offer.paymentType,
      on_request: offer.onRequest,
      trial_days: offer.trialDays,
      duration: offer.duration,
      rank,
    },
    cycles: enabled.map((cycle, index): StoreCycleAnswer => {
      const price = priceOf(row, cycle)
      const longer = isMonthly(cycle) ? null : cycle.interval
      return {
        id: cycle.id,
        variant_id: cycle.variantId,
        title: variants.find((variant) => variant.id === cycle.variantId)?.title ?? "",
        rank: index,
        interval: cycle.interval,
        price,
        setup_fee: cycle.setupFee
          ? { currency_code: currencyCode, amount: padded(cycle.setupFee, currencyCode) }
          : null,
        saving: monthly && price && longer ? saving(monthly.amount, price.amount, longer, currencyCode) : null,
      }
    }),
  }
}
