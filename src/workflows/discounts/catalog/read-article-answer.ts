import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { ArticleAnswer } from "../../../contracts/discounts/articles"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  listAssignments,
  readArticle,
  type Target,
} from "../../../modules/discounts"
import { ALL_ARTICLES, targetKey } from "../../../rules/discounts"
import { categoriesAbove, nearestFirst } from "../cart/categories-above"
import { targetTitles } from "../answers/target-titles"

interface ProductRow {
  id: string
  collection_id: string | null
  categories?: ({ id: string } | null)[] | null
}

/** A product with the collection and the categories that it belongs to, those above them, and all articles. */
async function targetsOfProduct(container: MedusaContainer, id: string): Promise<Target[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id", "collection_id", "categories.id"],
    filters: { id },
  })
  const product = data[0] as ProductRow | undefined
  const own = (product?.categories ?? []).flatMap((category) => (category ? [category.id] : []))
  const categories = nearestFirst(own, await categoriesAbove(container, own))
  return [
    { level: "product", target_id: id },
    ...(product?.collection_id ? [{ level: "collection" as const, target_id: product.collection_id }] : []),
    ...categories.map((target_id) => ({ level: "category" as const, target_id })),
    { level: "all", target_id: ALL_ARTICLES },
  ]
}

async function targetsOfVariant(container: MedusaContainer, id: string): Promise<Target[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: ["id", "product_id"],
    filters: { id },
  })
  const productId = (data[0] as { product_id: string | null } | undefined)?.product_id
  return [{ level: "variant", target_id: id }, ...(productId ? await targetsOfProduct(container, productId) : [])]
}

function targetsOf(container: MedusaContainer, target: Target): Promise<Target[]> {
  switch (target.level) {
    case "variant":
      return targetsOfVariant(container, target.target_id)
    case "product":
      return targetsOfProduct(container, target.target_id)
    case "collection":
    case "category":
    case "all":
      return Promise.resolve([target])
  }
}

/**
 * A target's settings, and all discounts in its articles' list (D12), active or not. Throws NOT_FOUND where the target
 * does not exist.
 */
export async function readArticleAnswer(container: MedusaContainer, target: Target): Promise<ArticleAnswer> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  if (!(await targetTitles(container, [target])).has(targetKey(target))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no ${target.level} with id: ${target.target_id}`)
  }
  const stored = await readArticle(knex, target)
  return {
    ...target,
    order_discount_eligible: stored?.order_discount_eligible ?? null,
    costs: stored?.costs ?? null,
    version: stored?.version ?? 0,
    list: await listAssignments(knex, await targetsOf(container, target)),
  }
}
