import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { ArticleDiscountChange, StoredArticleDiscount } from "../../../modules/discounts"
import {
  mergeArticleDiscount,
  newAssignments,
  foreignIdProblems,
  targetKey,
  toDiscountDraft,
  usageProblems,
  validateDiscount,
  changedDiscountFields,
  type ArticleDiscountBody,
  type Problem,
} from "../../../rules/discounts"
import { checkCurrencies } from "../../../rules/money"
import { versionProblems } from "../../../rules/versions"
import { storeCurrencies } from "../../store/store-currencies"
import { invalidFields } from "../../errors/invalid-fields"
import { targetTitles } from "../answers/target-titles"
import { fixedOnContentsProblems } from "./fixed-on-contents"
import { knownGroups } from "./known-groups"

/**
 * The discount after the request. Throws with all problems before anything is written. `part` names the fields that the
 * request is about, where others may change the rest meanwhile.
 */
export async function planArticleDiscount(
  container: MedusaContainer,
  before: StoredArticleDiscount | null,
  { version, ...body }: ArticleDiscountBody & { version?: number | undefined },
  { part }: { part?: readonly string[] } = {},
): Promise<ArticleDiscountChange> {
  const after = mergeArticleDiscount(before, body, (prefix) => generateEntityId(undefined, prefix))
  const groups = await knownGroups(container, after.discount.groups, before?.discount.groups ?? [])
  const isChanged = !before || changedDiscountFields(before, after).length > 0
  const problems = [
    ...(isChanged ? versionProblems(version, before?.discount ?? null, part) : []),
    ...validateDiscount(toDiscountDraft(after, groups)),
    ...usageProblems(after.discount),
    ...checkCurrencies(currenciesOf(after), [
      ...(await storeCurrencies(container)),
      ...(before?.rules ?? []).flatMap((rule) => rule.currency_code ?? []),
    ]),
    ...foreignIdProblems(body.assignments ?? [], before?.assignments ?? []),
    ...(await targetProblems(container, before, after)),
    ...(await fixedOnContentsProblems(container, before, after)),
  ]
  if (problems.length) {
    throw invalidFields("The discount was not saved", problems)
  }
  return { before, after, expected: version === undefined ? undefined : before?.discount.version }
}

const currenciesOf = ({ rules }: StoredArticleDiscount) =>
  rules.map(({ currency_code }, index) => ({ field: `rules.${index}.currency_code`, currencyCode: currency_code }))

/** Targets of new assignments must exist. */
async function targetProblems(
  container: MedusaContainer,
  before: StoredArticleDiscount | null,
  after: StoredArticleDiscount,
): Promise<Problem[]> {
  const added = newAssignments(before, after)
  const titles = await targetTitles(
    container,
    added.map(({ assignment }) => assignment),
  )
  return added.flatMap(({ index, assignment: { level, target_id } }) =>
    titles.has(targetKey({ level, target_id }))
      ? []
      : [{ field: `assignments.${index}.target_id`, reason: `there is no ${level} "${target_id}"` }],
  )
}
