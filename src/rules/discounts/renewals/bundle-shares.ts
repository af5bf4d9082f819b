import { allocate, max, min, percentOf, round, subtract, sum, type Decimal } from "../../money"
import type { GrantedDiscount } from "../types"
import { exactComponents } from "./exact-components"
import { mostTaken } from "./most-taken"
import type { RenewalEvaluation, RenewedArticle } from "./renewal-evaluation"

/** What each discount of its bundle takes off an article, by the discount as the article has it. */
export type BundleShares = ReadonlyMap<GrantedDiscount, Decimal>

/**
 * The shares of articles in their bundles' percentages (P9), as the first order counts them: of what the parts' own
 * discounts leave, rounded once, split by largest remainder. One renewal has one bundle. In the articles' order.
 */
export function bundleShares(articles: readonly RenewedArticle[], evaluation: RenewalEvaluation): BundleShares[] {
  const shares = articles.map(() => new Map<GrantedDiscount, Decimal>())
  const parts = new Map<string | null, { index: number; one: GrantedDiscount }[]>()
  articles.forEach(({ given }, index) => {
    for (const one of given.filter(({ ofBundle }) => ofBundle)) {
      parts.set(one.discountId, [...(parts.get(one.discountId) ?? []), { index, one }])
    }
  })
  const lefts = parts.size ? articles.map((article) => leftOf(article, evaluation)) : []
  for (const bundled of parts.values()) {
    const of = bundled.map(({ index }) => lefts[index] ?? "0")
    const taken = round(percentOf(sum(of), bundled[0]?.one.value ?? "0"), evaluation.currencyCode)
    const split = allocate(taken, of, evaluation.currencyCode)
    bundled.forEach(({ index, one }, nth) => shares[index]?.set(one, split[nth] ?? "0"))
  }
  return shares
}

/** What its own discounts leave of an article, without the order's. */
function leftOf(
  { given, price, units }: RenewedArticle,
  { currencyCode, orderDiscountBase }: RenewalEvaluation,
): Decimal {
  const own = given.filter(({ ofBundle, source, promotionId }) => !ofBundle && source !== "order" && !promotionId)
  const components = exactComponents(own, { price, units, orderDiscountBase })
  const taken = round(min(sum(components), mostTaken(own, price, currencyCode)), currencyCode)
  return max(subtract(price, taken), "0")
}
