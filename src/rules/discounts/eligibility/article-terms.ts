import type { Decimal } from "../../money"

/** What is stored about a product or variant itself. */
export interface ArticleFacts {
  level: "product" | "variant"
  targetId: string
  /** Null on a variant: as its product. */
  isEligible: boolean | null
  /** By currency, for one unit, without tax. */
  costs: Readonly<Record<string, Decimal>>
}

/**
 * Whether the order discount applies to an article (D3), and what a unit costs (D24): the variant's own value, else its
 * product's. Without either, it is not eligible and its cost is not known.
 */
export function articleTerms(
  articles: readonly ArticleFacts[],
  line: { variantId: string | null; productId: string | null },
  currencyCode: string,
): { isEligible: boolean; unitCost: Decimal | null } {
  const variant = articles.find((article) => article.level === "variant" && article.targetId === line.variantId)
  const product = articles.find((article) => article.level === "product" && article.targetId === line.productId)
  return {
    isEligible: variant?.isEligible ?? product?.isEligible ?? false,
    unitCost: variant?.costs[currencyCode] ?? product?.costs[currencyCode] ?? null,
  }
}
