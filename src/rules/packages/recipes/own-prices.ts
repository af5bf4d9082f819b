import { checkAmount } from "../../money"
import { isTimed } from "./articles"
import type { CataloguePrice } from "./catalogue-prices"
import type { StoredPackage } from "./package-columns"
import { rateTableOf } from "./rates"
import type { RecipeProblem } from "./recipe-problem"

/** A price of the package's own: per piece, day or hour. Null: it goes. */
export interface OwnPriceBody {
  currency_code: string
  amount: string | null
}

/** What is wrong with prices that a save names. They are the variant's, so a product with several has them there. */
export function ownPriceProblems(
  prices: readonly OwnPriceBody[],
  { package: { pricing }, rates }: StoredPackage,
  variants: number,
): RecipeProblem[] {
  if (!prices.length) {
    return []
  }
  if (pricing === "contents_all" || pricing === "contents_visible") {
    return [{ field: "prices", reason: "a package priced by its contents has no price of its own" }]
  }
  if (variants !== 1) {
    return [{ field: "prices", reason: `the product has ${variants} variants: each has its own price` }]
  }
  return prices.flatMap(({ currency_code, amount }, index) => {
    const at = `prices.${index}`
    const isRepeated = prices
      .slice(0, index)
      .some((other) => other.currency_code.toLowerCase() === currency_code.toLowerCase())
    if (isRepeated) {
      return [{ field: `${at}.currency_code`, reason: "is in the list already" }]
    }
    if (amount !== null && isTimed(pricing) && rateTableOf(rates, currency_code)) {
      return [{ field: `${at}.amount`, reason: "the rate table says the price in this currency" }]
    }
    const checked = amount === null ? null : checkAmount(amount, currency_code)
    return checked && !checked.ok ? [{ field: `${at}.amount`, reason: checked.reason }] : []
  })
}

/** The prices to write and to take away. */
export const ownPrices = (prices: readonly OwnPriceBody[]): { write: CataloguePrice[]; remove: string[] } => ({
  write: prices.flatMap(({ currency_code, amount }) => {
    const checked = amount === null ? null : checkAmount(amount, currency_code)
    return checked?.ok ? [{ currency_code: currency_code.toLowerCase(), amount: checked.amount }] : []
  }),
  remove: prices.flatMap(({ currency_code, amount }) => (amount === null ? [currency_code.toLowerCase()] : [])),
})
