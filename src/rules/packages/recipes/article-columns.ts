import { add, compare, type Decimal } from "../../money"
import type { Versioned } from "../../versions"
import type { ArticleUnit, RateTable } from "./articles"
import type { RateColumns } from "./package-columns"

/** The columns of `packages_article`. */
export interface ArticleColumns {
  id: string
  variant_id: string
  product_id: string
  unit: ArticleUnit
  percent: Decimal | null
  percent_group: string | null
  minimum_duration: number | null
  buffer_before_minutes: number
  buffer_after_minutes: number
}

/** What is stored of an article. */
export interface StoredArticle {
  article: ArticleColumns & Versioned
  /** By currency, then by duration, "each further" last. */
  rates: RateColumns[]
}

/** The rate table in one currency; null: there is none. */
export function rateTableOf(rates: readonly RateColumns[], currencyCode: string): RateTable | null {
  const own = rates.filter(({ currency_code }) => currency_code === currencyCode.toLowerCase())
  const steps = own.flatMap(({ duration, price }) => (duration === null ? [] : [{ duration, price }]))
  return steps.length
    ? {
        steps: steps.sort((a, b) => a.duration - b.duration),
        further: own.find(({ duration }) => duration === null)?.price ?? null,
      }
    : null
}

/** Rates in one order, and each price as one text, so that equal tables are equal. */
export const sortRates = (rates: readonly RateColumns[]): RateColumns[] =>
  rates
    .map((rate) => ({ ...rate, price: add(rate.price, "0") }))
    .sort(
      (a, b) =>
        (a.currency_code < b.currency_code ? -1 : a.currency_code > b.currency_code ? 1 : 0) ||
        (a.duration ?? Infinity) - (b.duration ?? Infinity) ||
        compare(a.price, b.price),
    )
