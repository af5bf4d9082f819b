import type { MedusaContainer, ProductVariantDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { PackageArticleAnswer } from "../../../../contracts/packages/articles"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  packageProductIds,
  readArticles,
} from "../../../../modules/packages"
import type { ArticleColumns } from "../../../../rules/packages"

const NOTHING_STORED = {
  unit: "flat" as const,
  percent: null,
  percent_group: null,
  minimum_duration: null,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
}

/** What a variant's price is per. Throws NOT_FOUND where there is no such variant. */
export async function readArticleAnswer(container: MedusaContainer, variantId: string): Promise<PackageArticleAnswer> {
  const [variant] = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ id: variantId }, { select: VARIANT, take: 1 })
  const [answer] = await answersOf(container, variant ? [variant] : [])
  if (!answer) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Variant with id: ${variantId} was not found`)
  }
  return answer
}

/** What the prices of a product's variants are per, in the variants' order. */
export async function readArticleAnswers(
  container: MedusaContainer,
  productId: string,
): Promise<PackageArticleAnswer[]> {
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ product_id: productId }, { select: VARIANT, order: { variant_rank: "ASC" }, take: null })
  return answersOf(container, variants)
}

const VARIANT: (keyof ProductVariantDTO)[] = ["id", "title", "product_id"]

type Variant = Pick<ProductVariantDTO, "id" | "title" | "product_id">

async function answersOf(container: MedusaContainer, variants: Variant[]): Promise<PackageArticleAnswer[]> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const stored = await readArticles(
    knex,
    "variant_id",
    variants.map(({ id }) => id),
  )
  const packages = await packageProductIds(
    knex,
    variants.flatMap(({ product_id }) => product_id ?? []),
  )
  return variants.map(({ id, title, product_id }) => {
    const { article = null, rates = [] } = stored.find((one) => one.article.variant_id === id) ?? {}
    return {
      ...{ variant_id: id, variant_title: title, product_id: product_id ?? "" },
      is_package: packages.includes(product_id ?? ""),
      ...termsOf(article ?? NOTHING_STORED),
      rates,
      version: article?.version ?? 0,
    }
  })
}

const termsOf = (article: Omit<ArticleColumns, "id" | "variant_id" | "product_id">) => ({
  unit: article.unit,
  percent: article.percent,
  percent_group: article.percent_group,
  minimum_duration: article.minimum_duration,
  buffer_before_minutes: article.buffer_before_minutes,
  buffer_after_minutes: article.buffer_after_minutes,
})
