import type { Decimal } from "../../money"

/** A price of a variant, in Medusa's names. */
export interface PriceColumns {
  amount: Decimal
  currency_code: string
  price_list_id: string | null
  min_quantity: unknown
  max_quantity: unknown
  price_rules: readonly { attribute: string; operator: string; value: string }[]
}

/** Where a customer buys. `regionId` null: in no region that is known. */
export interface PricePlace {
  currencyCode: string
  regionId: string | null
}

/**
 * Where a price is the base price (B6): everywhere, or in one region. null: nowhere. A base price holds for anybody and
 * any quantity; so a price of a price list, of a range of quantities, of a group of customers, or of several conditions
 * is none.
 */
export function basePriceScope(price: PriceColumns): "everywhere" | { regionId: string } | null {
  if (price.price_list_id !== null || price.min_quantity !== null || price.max_quantity !== null) {
    return null
  }
  const [rule, ...others] = price.price_rules
  if (!rule) {
    return "everywhere"
  }
  const isOfRegion = rule.attribute === "region_id" && rule.operator === "eq" && !others.length
  return isOfRegion ? { regionId: rule.value } : null
}

/** The base prices that hold in no region of their own: those that an admin sets, one of each currency. */
export const plainBasePrices = <Price extends PriceColumns>(prices: readonly Price[]): Price[] =>
  prices.filter((price) => basePriceScope(price) === "everywhere")

/** The base prices of anywhere: what is disabled by each of them can be bought nowhere. */
export const allBasePrices = <Price extends PriceColumns>(prices: readonly Price[]): Price[] =>
  prices.filter((price) => basePriceScope(price) !== null)

/** The base price at a place: the region's own, else the currency's; null where there is none. Of two, the first. */
export function basePriceAt(prices: readonly PriceColumns[], { currencyCode, regionId }: PricePlace): Decimal | null {
  const inCurrency = prices.filter((price) => price.currency_code.toLowerCase() === currencyCode.toLowerCase())
  const scoped = inCurrency.map((price) => ({ amount: price.amount, scope: basePriceScope(price) }))
  const own = scoped.find(
    ({ scope }) => scope !== null && scope !== "everywhere" && regionId !== null && scope.regionId === regionId,
  )
  return (own ?? scoped.find(({ scope }) => scope === "everywhere"))?.amount ?? null
}
