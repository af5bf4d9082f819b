import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ArticleColumns, PackagePricing, RateColumns } from "../../../../rules/packages"

export interface LineFactsQuery {
  variants: readonly { productId: string; variantId: string }[]
  /** In lower case. */
  currencyCode: string
}

/** What is stored of the price of a variant, and what a line of it shows. */
export interface LineFactsRow extends Pick<ArticleColumns, "unit" | "percent" | "percent_group" | "minimum_duration"> {
  variant_id: string
  /** In the currency: the package's own, where the product is one. */
  rates: RateColumns[] | null
  /** Of Medusa's own price; null: it has none. */
  price_set_id: string | null
  /** Whether the variant is there and its product published; else what it shows is null. */
  is_sold: boolean
  title: string | null
  thumbnail: string | null
  is_stocked: boolean
  requires_shipping: boolean
  product_title: string | null
  product_description: string | null
  product_subtitle: string | null
  product_handle: string | null
  is_discountable: boolean
  collection_id: string | null
  product_type_id: string | null
  product_type: string | null
  product_collection: string | null
  category_ids: string[] | null
  /** How it is priced, where the product is a package. */
  package_pricing: PackagePricing | null
}

/** Units, rates and goods of variants: one statement however many, with a row for each. */
export async function readLineFacts(knex: Knex, { variants, currencyCode }: LineFactsQuery): Promise<LineFactsRow[]> {
  if (!variants.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: LineFactsRow[] }>(
    "select * from packages_line_facts(?::text[], ?::text[], ?::text)",
    [variants.map(({ variantId }) => variantId), variants.map(({ productId }) => productId), currencyCode],
  )
  return rows
}
