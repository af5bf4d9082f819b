import type { Interval } from "../../calendar"
import { padded, type Decimal } from "../../money"
import type { BillingDay } from "../changes/first-period"
import { billingDayOf } from "../subscriptions/subscription-columns"
import { isCycleEnabled } from "./is-cycle-enabled"
import {
  durationOf,
  intervalOf,
  minimumTermOf,
  noticeOf,
  type CycleColumns,
  type OfferColumns,
  type StoredOffer,
} from "./offer-columns"
import type { Amount } from "./plan-offer-types"
import { saving, type Saving } from "./saving"

interface MoneyAnswer {
  currency_code: string
  amount: Decimal
}

export interface CycleAnswer {
  id: string
  variant_id: string
  made_variant: boolean
  rank: number
  interval: Interval | null
  prices: MoneyAnswer[]
  setup_fees: MoneyAnswer[]
  /** By currency code. */
  enabled: Record<string, boolean>
  savings: Record<string, Saving | null>
}

type OwnColumns = "duration" | "minimum_term" | "notice"

export interface OfferAnswer extends Omit<
  OfferColumns,
  `${OwnColumns}_${"unit" | "count"}` | "billing_day" | "billing_month" | "changed_in"
> {
  duration: Interval | null
  minimum_term: Interval | null
  notice: Interval | null
  billing_day: BillingDay | null
  cycles: CycleAnswer[]
}

type PricesOf = (variantId: string) => readonly Amount[]

export const isMonthly = (interval: Interval | null): boolean => interval?.unit === "month" && interval.count === 1

/** A stored offer as an admin sees it. `pricesOf` answers with a variant's base prices, one of each currency. */
export function offerAnswer(stored: StoredOffer, pricesOf: PricesOf): OfferAnswer {
  const { duration_unit, duration_count, minimum_term_unit, minimum_term_count, ...row } = stored.offer
  const { notice_unit, notice_count, billing_day, billing_month, changed_in: _changed, ...offer } = row
  return {
    ...offer,
    duration: durationOf({ duration_unit, duration_count }),
    minimum_term: minimumTermOf({ minimum_term_unit, minimum_term_count }),
    notice: noticeOf({ notice_unit, notice_count }),
    billing_day: billingDayOf({ billing_day, billing_month }),
    cycles: stored.cycles.map((cycle) => cycleAnswer(cycle, stored, pricesOf)),
  }
}

function cycleAnswer(cycle: CycleColumns, { offer, cycles, setupFees }: StoredOffer, pricesOf: PricesOf): CycleAnswer {
  const prices = pricesOf(cycle.variant_id)
  const monthly = cycles.find((one) => isMonthly(intervalOf(one)))
  return {
    id: cycle.id,
    variant_id: cycle.variant_id,
    made_variant: cycle.made_variant,
    rank: cycle.rank,
    interval: intervalOf(cycle),
    prices: prices.map(({ currencyCode, amount }) => ({
      currency_code: currencyCode,
      amount: padded(amount, currencyCode),
    })),
    setup_fees: setupFees
      .filter((fee) => fee.cycle_id === cycle.id)
      .map(({ currency_code, amount }) => ({ currency_code, amount })),
    enabled: Object.fromEntries(
      prices.map((price) => [price.currencyCode, isCycleEnabled(offer.payment_type, price.amount)]),
    ),
    savings: savingsOf(cycle, monthly ? pricesOf(monthly.variant_id) : [], prices),
  }
}

/** Per currency, what the cycle saves against the monthly one (B8); null where it saves nothing or there is none. */
function savingsOf(
  cycle: CycleColumns,
  monthly: readonly Amount[],
  prices: readonly Amount[],
): Record<string, Saving | null> {
  const interval = intervalOf(cycle)
  return Object.fromEntries(
    prices.map(({ currencyCode, amount }) => {
      const base = monthly.find((price) => price.currencyCode === currencyCode)
      const isCompared = interval && base && !isMonthly(interval)
      return [currencyCode, isCompared ? saving(base.amount, amount, interval, currencyCode) : null]
    }),
  )
}
