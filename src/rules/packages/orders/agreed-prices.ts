import { isSameJson } from "../../cart"
import type { Decimal } from "../../money"
import type { ContentLine, PackageLine } from "../cart/package-line"
import { isByContents, type NodePrice } from "../pricing/price-package"

/** A change of a sold package. */
export interface PackageLineChange {
  /** What it was sold as. */
  from: PackageLine
  to: PackageLine
}

/** What a content's price hangs on. */
type PricedContent = Pick<ContentLine, "reason" | "units" | "period">

/**
 * Whether a package keeps its own price (P20): for the same time and by the same pricing. One that its contents make the
 * price of has none.
 */
export function keepsOwnPrice(change: PackageLineChange, productId: string | null): boolean {
  const [sold, now] = [change.from, change.to].map(({ book }) => book[productId ?? ""])
  return isSameTime(change) && sold?.pricing === now?.pricing && now !== undefined && !isByContents(now)
}

/** Whether a package is out as long as it was sold for. */
export function isSameTime({ from, to }: PackageLineChange): boolean {
  const [sold, now] = [from, to].map(({ selection: { period, days, hours } }) => ({ period, days, hours }))
  return isSameJson(sold, now)
}

/**
 * Whether a content keeps the price that was agreed: a change prices what it changes. What is priced by time keeps it for the
 * same time; what is shown or charged now, and was not, has a price of today.
 */
export const keepsContentPrice = (sold: PricedContent, now: PricedContent): boolean =>
  sold.reason === now.reason &&
  (now.reason !== "by_time" || (sold.units === now.units && isSameJson(sold.period, now.period)))

/** The prices that a sold package's lines have. */
export interface AgreedPrices {
  package: Decimal
  /** By path. */
  contents: ReadonlyMap<string, PricedContent & { unitPrice: Decimal }>
}

/** What a sold package costs after a change: prices of today, but for those that were agreed and stay. */
export const withAgreedPrices = (
  prices: readonly NodePrice[],
  agreed: AgreedPrices,
  change: PackageLineChange,
): NodePrice[] =>
  prices.map((price) => {
    const { node, reason, units } = price
    if (node.entry === null) {
      return keepsOwnPrice(change, node.productId) ? { ...price, unitPrice: agreed.package } : price
    }
    const sold = agreed.contents.get(node.path)
    const now = { reason, units, period: change.to.selection.period }
    return sold && keepsContentPrice(sold, now) ? { ...price, unitPrice: sold.unitPrice } : price
  })
