import type { Decimal } from "../../money"
import { ALL_ARTICLES, type AssignmentLevel } from "../states"

/** What is stored about a product, a variant, or many articles at once. */
export interface ArticleFacts {
  level: AssignmentLevel
  targetId: string
  /** Null: as the next wider one says. */
  isEligible: boolean | null
  /** By currency, for one unit, without tax. Of a product or a variant. */
  costs: Readonly<Record<string, Decimal>>
}

/** What a line's article is and belongs to. */
export interface ArticlePlace {
  variantId: string | null
  productId: string | null
  collectionId: string | null
  /** The nearest first. */
  categoryIds: readonly string[]
}

/**
 * Whether the order discount applies to an article (D3): the first that says so of its variant, product, collection,
 * categories from the nearest up, and all articles; else it does not. What a unit costs (D24): the variant's own value,
 * else its product's; without either it is not known.
 */
export function articleTerms(
  articles: readonly ArticleFacts[],
  { variantId, productId, collectionId, categoryIds }: ArticlePlace,
  currencyCode: string,
): { isEligible: boolean; unitCost: Decimal | null } {
  const at = (level: AssignmentLevel, id: string | null) =>
    articles.find((article) => article.level === level && article.targetId === id)
  const variant = at("variant", variantId)
  const product = at("product", productId)
  const wider = [
    at("collection", collectionId),
    ...categoryIds.map((id) => at("category", id)),
    at("all", ALL_ARTICLES),
  ]
  const said = [variant, product, ...wider].flatMap((one) => one?.isEligible ?? [])
  return {
    isEligible: said[0] ?? false,
    unitCost: variant?.costs[currencyCode] ?? product?.costs[currencyCode] ?? null,
  }
}
