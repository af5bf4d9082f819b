import type { MedusaContainer } from "@medusajs/framework/types"
import type { ArticleDiscountAnswer } from "../../../contracts/discounts/article-discounts"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  readArticleDiscounts,
  readSettings,
  type StoredArticleDiscount,
} from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { discountState, discountWarnings, targetKey, type DiscountState } from "../../../rules/discounts"
import { targetTitles } from "../answers/target-titles"
import { existingGroups } from "./existing-groups"

/** Article discounts as the Admin API shows them, in the order of the ids; a deleted one is left out. */
export async function readArticleDiscountAnswers(
  container: MedusaContainer,
  ids: string[],
  asOf: CivilDate,
): Promise<ArticleDiscountAnswer[]> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const stored = await readArticleDiscounts(knex, ids)
  const titles = await targetTitles(
    container,
    stored.flatMap((one) => one.assignments),
  )
  const { is_advanced } = await readSettings(knex)
  const knownGroups = await existingGroups(
    container,
    stored.flatMap(({ discount }) => discount.groups),
  )
  return stored.map((one) => ({
    ...toAnswer(one, titles),
    state: stateOf(one, { isFeatureOff: !is_advanced, knownGroups, asOf }),
  }))
}

function toAnswer(
  { discount: { changed_in: _changed, ...discount }, rules, assignments }: StoredArticleDiscount,
  titles: Map<string, string>,
): Omit<ArticleDiscountAnswer, "state"> {
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

interface StateContext {
  isFeatureOff: boolean
  knownGroups: ReadonlySet<string>
  asOf: CivilDate
}

const stateOf = (
  { discount, rules, assignments }: StoredArticleDiscount,
  { asOf, ...store }: StateContext,
): DiscountState =>
  discountState(
    {
      ...store,
      isActive: discount.is_active,
      groups: discount.groups,
      usage: { limit: discount.usage_limit, used: discount.used },
      values: rules.map(({ value }) => value),
      periods: assignments.map((one) => ({
        isLimited: one.limited_duration,
        startsOn: one.starts_on,
        endsOn: one.ends_on,
      })),
    },
    asOf,
  )
