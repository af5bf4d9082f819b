import { checkAmount } from "../../money"
import type { RateTable } from "./articles"
import type { RateColumns } from "./package-columns"
import type { RecipeProblem } from "./recipe-problem"
import { HIGHEST_DURATION, wholeNumberProblem } from "./whole-number"

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

/** Rates in one order, each price with its currency's digits, so that equal tables are equal. */
export const orderedRates = (rates: readonly RateColumns[]): RateColumns[] =>
  rates
    .map(({ currency_code, duration, price }) => {
      const checked = checkAmount(price, currency_code)
      return { currency_code: currency_code.toLowerCase(), duration, price: checked.ok ? checked.amount : price }
    })
    .sort((a, b) =>
      a.currency_code === b.currency_code
        ? (a.duration ?? Infinity) - (b.duration ?? Infinity)
        : a.currency_code < b.currency_code
          ? -1
          : 1,
    )

/** What is wrong with rates: a duration twice, a price that is none, "each further" beside no step (P5). */
export function validateRates(rates: readonly RateColumns[], isTimed: boolean): RecipeProblem[] {
  if (!isTimed) {
    return rates.length ? [{ field: "rates", reason: "only what is priced by the hour or by the day has rates" }] : []
  }
  return rates.flatMap((rate, index) => rateProblems(rate, rates, index))
}

function rateProblems(rate: RateColumns, rates: readonly RateColumns[], index: number): RecipeProblem[] {
  const at = `rates.${index}`
  const isAlike = (other: RateColumns) => other.currency_code.toLowerCase() === rate.currency_code.toLowerCase()
  const checked = checkAmount(rate.price, rate.currency_code)
  const wrong = rate.duration === null ? null : wholeNumberProblem(rate.duration, 1, HIGHEST_DURATION)
  const isRepeated = rates.slice(0, index).some((other) => isAlike(other) && other.duration === rate.duration)
  const isWithoutStep = rate.duration === null && !rates.some((other) => isAlike(other) && other.duration !== null)
  return [
    ...(checked.ok ? [] : [{ field: `${at}.price`, reason: checked.reason }]),
    ...(wrong === null ? [] : [{ field: `${at}.duration`, reason: wrong }]),
    ...(isRepeated ? [{ field: `${at}.duration`, reason: "is in the table already" }] : []),
    ...(isWithoutStep
      ? [{ field: `${at}.duration`, reason: '"each further" follows a step, and the table has none' }]
      : []),
  ]
}
