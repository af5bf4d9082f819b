import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { SaveArticle } from "../../../contracts/discounts/articles"
import {
  type ArticleChange,
  type ArticleRecord,
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readArticle,
} from "../../../modules/discounts"
import { checkCosts, targetKey, type AssignmentLevel } from "../../../rules/discounts"
import { checkCurrencies } from "../../../rules/money"
import { changedFields, versionProblems } from "../../../rules/versions"
import { invalidFields } from "../../errors/invalid-fields"
import { storeCurrencies } from "../../store/store-currencies"
import { targetTitles } from "../answers/target-titles"

export interface SaveArticleInput {
  level: AssignmentLevel
  target_id: string
  article: SaveArticle
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
    version: before?.version ?? 1,
    changed_in: before?.changed_in ?? {},
  }
  const fields = changedFields(editedOf(before), editedOf(after))
  const problems = [
    ...(fields.length ? versionProblems(article.version, before, fields) : []),
    ...(await currencyProblems(container, before, after)),
  ]
  if (problems.length) {
    throw invalidFields("The article was not saved", problems)
  }
  return { before, after, fields, expected: article.version === undefined ? undefined : (before?.version ?? 0) }
}

/** Costs are compared with prices: a currency that the store lacks has none. */
async function currencyProblems(container: MedusaContainer, before: ArticleRecord | null, after: ArticleRecord) {
  const named = Object.keys(after.costs ?? {}).map((code) => ({ field: `costs.${code}`, currencyCode: code }))
  return named.length
    ? checkCurrencies(named, [...(await storeCurrencies(container)), ...Object.keys(before?.costs ?? {})])
    : []
}

const editedOf = (article: ArticleRecord | null) => ({
  order_discount_eligible: article?.order_discount_eligible ?? null,
  costs: article?.costs ?? null,
})
