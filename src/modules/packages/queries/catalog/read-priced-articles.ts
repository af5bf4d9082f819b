import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ArticleColumns, RateColumns } from "../../../../rules/packages"

export interface PricedArticlesQuery {
  variants: readonly { productId: string; variantId: string }[]
  /** In lower case. */
  currencyCode: string
}

/** What is stored of the price of a variant, whose own price is Medusa's. */
export interface PricedArticleRow extends Pick<
  ArticleColumns,
  "unit" | "percent" | "percent_group" | "minimum_duration"
> {
  variant_id: string
  /** In the currency: the package's own, where the product is one. */
  rates: RateColumns[] | null
}

/** Units and rates of variants: one statement however many. One without anything stored is not among the rows. */
export async function readPricedArticles(
  knex: Knex,
  { variants, currencyCode }: PricedArticlesQuery,
): Promise<PricedArticleRow[]> {
  if (!variants.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: PricedArticleRow[] }>(
    `select v.variant_id, coalesce(case when p.id is null then a.unit end, 'flat') as unit, a.percent, a.percent_group,
      a.minimum_duration,
      (select json_agg(json_build_object('currency_code', r.currency_code, 'duration', r.duration,
          'price', r.price::text) order by r.duration nulls last)
        from packages_rate r where r.currency_code = ?
          and ((p.id is null and r.article_id = a.id) or r.package_id = p.id)) as rates
    from unnest(?::text[], ?::text[]) as v (variant_id, product_id)
      left join packages_article a on a.variant_id = v.variant_id
      left join packages_package p on p.product_id = v.product_id
    where a.id is not null or p.id is not null`,
    [currencyCode, variants.map((one) => one.variantId), variants.map((one) => one.productId)],
  )
  return rows
}
