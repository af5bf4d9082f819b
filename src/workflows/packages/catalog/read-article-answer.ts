import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ArticleAnswer } from "../../../contracts/packages/articles"
import { PACKAGES_MODULE, type PackagesModuleService, packageProductIds, readArticles } from "../../../modules/packages"
import { productsOfVariants } from "./products-of-variants"

const NOTHING_STORED = {
  unit: "flat" as const,
  percent: null,
  percent_group: null,
  minimum_duration: null,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
}

/** What a variant's price is per. Throws NOT_FOUND where there is no such variant. */
export async function readArticleAnswer(container: MedusaContainer, variantId: string): Promise<ArticleAnswer> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const product_id = (await productsOfVariants(container, [variantId])).get(variantId)
  if (product_id === undefined) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Variant with id: ${variantId} was not found`)
  }
  const [stored] = await readArticles(knex, "variant_id", [variantId])
  const is_package = (await packageProductIds(knex, [product_id])).length > 0
  const article = stored?.article ?? NOTHING_STORED
  return {
    ...{ variant_id: variantId, product_id, is_package },
    unit: article.unit,
    percent: article.percent,
    percent_group: article.percent_group,
    minimum_duration: article.minimum_duration,
    buffer_before_minutes: article.buffer_before_minutes,
    buffer_after_minutes: article.buffer_after_minutes,
    rates: stored?.rates ?? [],
    version: stored?.article.version ?? 0,
  }
}
