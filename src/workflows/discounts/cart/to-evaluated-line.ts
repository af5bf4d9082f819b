import type { ArticlePlace } from "../../../rules/discounts"
import type { EvaluatedLine } from "../../../rules/discounts/types"
import type { Decimal } from "../../../rules/money"
import { taxRateOf } from "../../cart/to-cart-facts"
import { nearestFirst } from "./categories-above"
import { decimalOf, type DiscountItem, type DiscountProduct } from "./evaluation-context"

/** Facts about the lines that the lines do not have. */
export interface LineLookups {
  /** By product id. */
  products: ReadonlyMap<string, DiscountProduct>
  /** Each category with those above it, itself first. */
  above: ReadonlyMap<string, string[]>
  /** Ids of lines whose price comes from a price list of type sale (D11). */
  special: ReadonlySet<string>
  article: (place: ArticlePlace) => { isEligible: boolean; unitCost: Decimal | null }
}

/** Maps a line of Medusa to a line of the rule. */
export function toEvaluatedLine(item: DiscountItem, known: LineLookups): EvaluatedLine {
  const product = item.product ?? (item.product_id ? known.products.get(item.product_id) : undefined)
  const own = (product?.categories ?? []).map(({ id }) => id)
  const place: ArticlePlace = {
    variantId: item.variant_id ?? null,
    productId: item.product_id ?? null,
    collectionId: product?.collection_id ?? null,
    categoryIds: nearestFirst(own, known.above),
  }
  return {
    id: item.id,
    kind: item.is_bundle ? "bundle" : item.is_dependent ? "dependent" : "article",
    ...(item.bundle_id ? { bundleId: item.bundle_id } : {}),
    ...place,
    categoryIds: [...place.categoryIds],
    unitPrice: unitPriceOf(item),
    quantity: quantityOf(item),
    isTaxInclusive: item.is_tax_inclusive ?? false,
    taxRate: taxRateOf(item),
    isDiscountable: item.is_discountable ?? true,
    ...known.article(place),
    hasSpecialPrice: known.special.has(item.id),
    taken: item.taken ?? "0",
  }
}

export const unitPriceOf = (item: DiscountItem): Decimal => decimalOf(item.unit_price, item.raw_unit_price)

export const quantityOf = (item: DiscountItem): number => Number(decimalOf(item.quantity))

export { taxRateOf }
