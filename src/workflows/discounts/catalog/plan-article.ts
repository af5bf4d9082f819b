import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { SaveArticle } from "../../../contracts/discounts/articles"
import {
  type ArticleRecord,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readArticle,
} from "../../../modules/discounts"
import { checkCosts, targetKey, type AssignmentLevel } from "../../../rules/discounts"
import { invalidFields } from "../../errors/invalid-fields"
import { targetTitles } from "../answers/target-titles"

export interface SaveArticleInput {
  level: AssignmentLevel
  target_id: string
  article: SaveArticle
}

export interface ArticleChange {
  before: ArticleRecord | null
  after: ArticleRecord | null
}

/** The article's settings after the request. Throws where a cost is invalid, or the article does not exist. */
export async function planArticle(container: MedusaContainer, input: SaveArticleInput): Promise<ArticleChange> {
  const { level, target_id, article } = input
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  if (!(await targetTitles(container, [input])).has(targetKey(input))) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no ${level} with id: ${target_id}`)
  }
  if (article.costs && level !== "product" && level !== "variant") {
    throw invalidFields("The article was not saved", [
      { field: "costs", reason: "only a product or a variant has costs" },
    ])
  }
  const before = await readArticle(knex, { level, target_id })
  const { order_discount_eligible } = article
  const checked = checkCosts(article.costs ?? null)
  if (!checked.ok) {
    throw invalidFields("The article was not saved", checked.problems)
  }
  const after: ArticleRecord = {
    id: before?.id ?? generateEntityId(undefined, "dart"),
    level,
    target_id,
    order_discount_eligible:
      order_discount_eligible === undefined ? (before?.order_discount_eligible ?? null) : order_discount_eligible,
    costs: article.costs === undefined ? (before?.costs ?? null) : checked.costs,
  }
  return { before, after }
}
