import type { MedusaContainer } from "@medusajs/framework/types"
import type { ArticleDiscountAnswer } from "../../../contracts/discounts/article-discounts"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readArticleDiscounts,
  type StoredArticleDiscount,
} from "../../../modules/discounts"
import { discountWarnings, targetKey } from "../../../rules/discounts"
import { targetTitles } from "../answers/target-titles"

/** Article discounts as the Admin API shows them, in the order of the ids; a deleted one is left out. */
export async function readArticleDiscountAnswers(
  container: MedusaContainer,
  ids: string[],
): Promise<ArticleDiscountAnswer[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const stored = await readArticleDiscounts(knex, ids)
  const titles = await targetTitles(
    container,
    stored.flatMap((one) => one.assignments),
  )
  return stored.map((one) => toAnswer(one, titles))
}

function toAnswer(
  { discount: { changed_in: _changed, ...discount }, rules, assignments }: StoredArticleDiscount,
  titles: Map<string, string>,
): ArticleDiscountAnswer {
  const drafts = rules.map(({ currency_code, ...rule }) => ({ ...rule, currencyCode: currency_code }))
  return {
    ...discount,
    rules,
    assignments: assignments.map((one) => ({
      ...one,
      position: one.position ?? 0,
      title: titles.get(targetKey(one)) ?? null,
    })),
    warnings: discountWarnings({ rules: drafts }),
  }
}
