import { min, multiply, percentOf, round, subtract, type Decimal } from "../../money"
import type { GrantedDiscount } from "../types"

interface Left {
  /** What the store's own discounts leave of the article. */
  left: Decimal
  units: number
  currencyCode: string
}

/** What each code takes of what is left, one after the other, as on the first order (D19); each rounded once. */
export function codesOnRenewal<Granted extends GrantedDiscount>(
  given: readonly Granted[],
  { left, units, currencyCode }: Left,
): { one: Granted; amount: Decimal }[] {
  let rest = left
  return given
    .filter(({ promotionId }) => promotionId !== undefined)
    .map((one) => {
      const { mode, value, per } = one
      const wanted = mode === "percent" ? percentOf(rest, value) : multiply(value, per === "unit" ? units : 1)
      const amount = round(min(wanted, rest), currencyCode)
      rest = subtract(rest, amount)
      return { one, amount }
    })
}
