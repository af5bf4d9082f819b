import type { MedusaContainer } from "@medusajs/framework/types"
import type { CycleAnswer, MoneyAnswer, OfferAnswer, SavingAnswer } from "../../../contracts/billing/offers"
import { BILLING_MODULE, type BillingModuleService, type CycleRow, type StoredOffer } from "../../../modules/billing"
import { isCycleEnabled } from "../../../rules/billing/offers/is-cycle-enabled"
import { saving } from "../../../rules/billing/offers/saving"
import { checkAmount, type Decimal } from "../../../rules/money"
import { intervalOf } from "./load-offer-facts"
import { loadBasePrices, type BasePrice } from "./load-base-prices"

type PricesOf = (variantId: string) => BasePrice[]

const isMonthly = (cycle: CycleRow): boolean => cycle.interval_unit === "month" && cycle.interval_count === 1

/** With the decimals of the currency ("9.90"); an amount that has more than those is said as it is. */
const padded = (amount: Decimal, currencyCode: string): Decimal => {
  const checked = checkAmount(amount, currencyCode)
  return checked.ok ? checked.amount : amount
}

const asMoney = ({ currencyCode, amount }: { currencyCode: string; amount: Decimal }): MoneyAnswer => ({
  currency_code: currencyCode,
  amount: padded(amount, currencyCode),
})

/** Per currency, what the cycle saves against the monthly one (B8); null where it saves nothing or there is none. */
function savingsOf(cycle: CycleRow, monthly: BasePrice[], prices: BasePrice[]): Record<string, SavingAnswer | null> {
  const interval = intervalOf(cycle)
  return Object.fromEntries(
    prices.map(({ currencyCode, amount }) => {
      const base = monthly.find((price) => price.currencyCode === currencyCode)
      const isCompared = interval && base && !isMonthly(cycle)
      return [currencyCode, isCompared ? saving(base.amount, amount, interval, currencyCode) : null]
    }),
  )
}

function cycleAnswer(cycle: CycleRow, { offer, cycles, setupFees }: StoredOffer, pricesOf: PricesOf): CycleAnswer {
  const prices = pricesOf(cycle.variant_id)
  const monthly = cycles.find(isMonthly)
  return {
    id: cycle.id,
    variant_id: cycle.variant_id,
    rank: cycle.rank,
    interval: intervalOf(cycle),
    prices: prices.map(asMoney),
    setup_fees: setupFees
      .filter((fee) => fee.cycle_id === cycle.id)
      .map(({ currency_code, amount }) => ({ currency_code, amount })),
    enabled: Object.fromEntries(
      prices.map((price) => [price.currencyCode, isCycleEnabled(offer.payment_type, price.amount)]),
    ),
    savings: savingsOf(cycle, monthly ? pricesOf(monthly.variant_id) : [], prices),
  }
}

function offerAnswer(stored: StoredOffer, pricesOf: PricesOf): OfferAnswer {
  const { duration_unit, duration_count, ...offer } = stored.offer
  return {
    ...offer,
    duration: intervalOf({ interval_unit: duration_unit, interval_count: duration_count }),
    cycles: stored.cycles.map((cycle) => cycleAnswer(cycle, stored, pricesOf)),
  }
}

/** The offers of products as the Admin API answers them, in any order. Six statements however many. */
export async function readOfferAnswers(container: MedusaContainer, productIds: string[]): Promise<OfferAnswer[]> {
  const billing: BillingModuleService = container.resolve(BILLING_MODULE)
  const stored = await billing.offersOf(productIds)
  const variantIds = stored.flatMap(({ cycles }) => cycles.map((cycle) => cycle.variant_id))
  const prices = await loadBasePrices(container, variantIds)
  return stored.map((offer) => offerAnswer(offer, (variantId) => prices.get(variantId)?.prices ?? []))
}
