import { compare } from "../../money"
import type { Amount } from "./plan-offer-types"

/** What differs between the base prices that a variant has and those that it is to have. */
export interface BasePricesPlan {
  /** Currencies that get a price, or another one. */
  write: Amount[]
  /** Ids of prices in currencies that are to have none. */
  remove: string[]
}

/** `wanted` is the whole list: a base price in a currency that is not in it is taken away. Equal amounts stay untouched. */
export function planBasePrices(wanted: readonly Amount[], old: readonly (Amount & { id: string })[]): BasePricesPlan {
  return {
    write: wanted.filter(({ currencyCode, amount }) => {
      const before = old.find((price) => price.currencyCode === currencyCode)
      return !before || compare(before.amount, amount) !== 0
    }),
    remove: old.filter((price) => !wanted.some((one) => one.currencyCode === price.currencyCode)).map(({ id }) => id),
  }
}
