import { compare, isZero, type Decimal } from "../../money"
import { cheapestComposition } from "../pricing/cheapest-composition"
import { isTimed } from "./articles"
import type { RateColumns } from "./package-columns"
import { rateTableOf } from "./rates"

export interface CataloguePrice {
  currency_code: string
  amount: Decimal
}

export interface PricedInCatalogue {
  /** A package's pricing, or an article's unit. */
  pricing: string
  minimumDuration: number | null
  rates: readonly RateColumns[]
  /** The currencies of the store. */
  currencies: readonly string[]
}

export interface CatalogueChange {
  write: CataloguePrice[]
  /** Currencies whose price goes. */
  remove: string[]
}

const isByContents = (pricing: string): boolean => pricing === "contents_all" || pricing === "contents_visible"

/**
 * What Medusa's own price of the variant becomes, so that it can be sold and shown: nothing where the contents are
 * priced, and the price of the minimum duration where there is a rate table. A price of zero that stood for contents
 * goes when the package has a price of its own again: else it would be free.
 */
export function cataloguePrices(
  after: PricedInCatalogue,
  { before, prices }: { before: PricedInCatalogue["pricing"] | null; prices: readonly CataloguePrice[] },
): CatalogueChange {
  const priceIn = new Map(prices.map((price) => [price.currency_code, price.amount]))
  if (isByContents(after.pricing)) {
    const without = after.currencies.filter((currency_code) => !priceIn.has(currency_code))
    return { write: without.map((currency_code) => ({ currency_code, amount: "0" })), remove: [] }
  }
  const shown = isTimed(after.pricing) ? pricesOfRates(after) : []
  const write = shown.filter(({ currency_code, amount }) => !isSame(priceIn.get(currency_code), amount))
  const hadNone = before !== null && isByContents(before)
  const isShown = (currency_code: string) => shown.some((one) => one.currency_code === currency_code)
  return {
    write,
    remove: hadNone
      ? prices.flatMap(({ currency_code, amount }) =>
          isZero(amount) && !isShown(currency_code) ? [currency_code] : [],
        )
      : [],
  }
}

const pricesOfRates = ({ rates, minimumDuration }: PricedInCatalogue): CataloguePrice[] =>
  [...new Set(rates.map(({ currency_code }) => currency_code))].flatMap((currency_code) => {
    const table = rateTableOf(rates, currency_code)
    return table ? [{ currency_code, amount: cheapestComposition(table, minimumDuration ?? 1) }] : []
  })

const isSame = (a: Decimal | undefined, b: Decimal): boolean => a !== undefined && compare(a, b) === 0
