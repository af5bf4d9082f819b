import type { LineFactsRow } from "../../../modules/packages"
import type { ContentProduct } from "../../../rules/packages"

/**
 * Variants as their lines show them, by variant id; like Medusa's own lines. One that is gone, or whose product is not
 * published, is left out: Medusa refuses a cart with a line of such a product.
 */
export const contentProductsOf = (rows: readonly LineFactsRow[]): Map<string, ContentProduct> =>
  new Map(rows.filter((row) => row.is_sold).map((row) => [row.variant_id, asContent(row)]))

const asContent = (row: LineFactsRow): ContentProduct => ({
  title: row.product_title ?? "",
  subtitle: row.title,
  product: {
    thumbnail: row.thumbnail,
    product_title: row.product_title,
    product_description: row.product_description,
    product_subtitle: row.product_subtitle,
    product_type: row.product_type,
    product_type_id: row.product_type_id,
    product_collection: row.product_collection,
    product_handle: row.product_handle,
    variant_title: row.title,
  },
  place: { collectionId: row.collection_id, categoryIds: row.category_ids ?? [] },
  requiresShipping: row.requires_shipping,
  isDiscountable: row.is_discountable,
  isStocked: row.is_stocked,
})
