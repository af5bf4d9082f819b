import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AssignmentBody, RuleBody } from "../../../contracts/discounts/article-discounts"
import type {
  ArticleDiscountChange,
  AssignmentRecord,
  RuleRow,
  StoredArticleDiscount,
} from "../../../modules/discounts"
import { validateDiscount, type DiscountDraft, type DiscountType, type Problem } from "../../../rules/discounts"
import { invalidFields } from "../../errors/invalid-fields"
import { knownGroups } from "./known-groups"
import { mergePeriod, mergeTerms, toBounds, toTermsDraft, usageProblems, type TermsBody } from "./merge-terms"
import { targetKey, targetTitles } from "../answers/target-titles"

/** What is asked of an article discount; what is left out stays as it is. */
export interface ArticleDiscountBody extends TermsBody {
  type?: DiscountType | undefined
  rules?: RuleBody[] | undefined
  assignments?: AssignmentBody[] | undefined
}

/** What a discount is to become. Where something is wrong with it, it is refused whole: nothing is written before. */
export async function planArticleDiscount(
  container: MedusaContainer,
  before: StoredArticleDiscount | null,
  body: ArticleDiscountBody,
): Promise<ArticleDiscountChange> {
  const after: StoredArticleDiscount = {
    discount: {
      ...mergeTerms(before?.discount.id ?? generateEntityId(undefined, "disc"), body, before?.discount ?? null),
      type: body.type ?? before?.discount.type ?? "cumulative",
    },
    rules: body.rules ? toRules(body.rules, before?.rules ?? []) : (before?.rules ?? []),
    assignments: body.assignments
      ? body.assignments.map((one) => toAssignment(one, before?.assignments ?? []))
      : (before?.assignments ?? []),
  }
  const groups = await knownGroups(container, after.discount.groups, before?.discount.groups ?? [])
  const problems = [
    ...validateDiscount(toDraft(after, groups)),
    ...usageProblems(after.discount),
    ...strangerProblems(body.assignments ?? [], before?.assignments ?? []),
    ...(await targetProblems(container, before, after)),
  ]
  if (problems.length) {
    throw invalidFields("The discount was not saved", problems)
  }
  return { before, after }
}

/** A rule keeps its id where it is one of the discount's own. */
function toRules(wanted: RuleBody[], before: RuleRow[]): RuleRow[] {
  const free = new Set(before.map((rule) => rule.id))
  return wanted.map((rule) => {
    const isOwn = rule.id !== undefined && free.delete(rule.id)
    return {
      id: isOwn && rule.id ? rule.id : generateEntityId(undefined, "drul"),
      trigger: rule.trigger,
      min: rule.min,
      max: rule.max,
      mode: rule.mode,
      value: rule.value,
      per: rule.per,
      currency_code: rule.currency_code,
    }
  })
}

/** One on the same target is the same: it keeps its place. */
function toAssignment(wanted: AssignmentBody, before: AssignmentRecord[]): AssignmentRecord {
  const old = before.find((one) => targetKey(one) === targetKey(wanted)) ?? null
  return {
    id: old?.id ?? generateEntityId(undefined, "dasg"),
    level: wanted.level,
    target_id: wanted.target_id,
    position: old?.position ?? null,
    ...mergePeriod(wanted, old),
  }
}

const toDraft = ({ discount, rules, assignments }: StoredArticleDiscount, groups: string[]): DiscountDraft => ({
  ...toTermsDraft(discount, groups),
  type: discount.type,
  rules: rules.map(({ currency_code, ...rule }) => ({ ...rule, currencyCode: currency_code })),
  assignments: assignments.map((one) => ({ level: one.level, targetId: one.target_id, period: toBounds(one) })),
})

/** An assignment's id is of this discount and of that target, or it is not meant. */
function strangerProblems(wanted: AssignmentBody[], before: AssignmentRecord[]): Problem[] {
  return wanted.flatMap((one, index) => {
    const isOwn = before.some((old) => old.id === one.id && targetKey(old) === targetKey(one))
    return one.id === undefined || isOwn
      ? []
      : [{ field: `assignments.${index}.id`, reason: "is no assignment of this discount to that target" }]
  })
}

/** New assignments are to things that exist. What has gone since does not keep a discount from being saved. */
async function targetProblems(
  container: MedusaContainer,
  before: StoredArticleDiscount | null,
  after: StoredArticleDiscount,
): Promise<Problem[]> {
  const old = new Set(before?.assignments.map((one) => one.id))
  const titles = await targetTitles(
    container,
    after.assignments.filter((one) => !old.has(one.id)),
  )
  return after.assignments.flatMap((one, index) =>
    old.has(one.id) || titles.has(targetKey(one))
      ? []
      : [{ field: `assignments.${index}.target_id`, reason: `there is no ${one.level} "${one.target_id}"` }],
  )
}
