import type { DiscountDraft } from "../drafts/discount-draft"
import type { DiscountType } from "../states"
import type { Problem } from "../types"
import { targetKey, type AssignmentColumns, type RuleColumns, type StoredArticleDiscount } from "./discount-columns"
import { mergePeriod, mergeTerms, toBounds, toTermsDraft, type PeriodBody, type TermsBody } from "./merge-terms"

export interface RuleBody extends Omit<RuleColumns, "id"> {
  id?: string | undefined
}

export interface AssignmentBody extends PeriodBody {
  id?: string | undefined
  level: AssignmentColumns["level"]
  target_id: string
}

/** A request to save an article discount; fields left out stay as they are. */
export interface ArticleDiscountBody extends TermsBody {
  type?: DiscountType | undefined
  rules?: RuleBody[] | undefined
  assignments?: AssignmentBody[] | undefined
}

/** Gives a new id with this prefix. */
type NewId = (prefix: "disc" | "drul" | "dasg") => string

/** The article discount after the request: its own rules and assignments keep their ids. */
export function mergeArticleDiscount(
  before: StoredArticleDiscount | null,
  body: ArticleDiscountBody,
  newId: NewId,
): StoredArticleDiscount {
  const rules = before?.rules ?? []
  const assignments = before?.assignments ?? []
  return {
    discount: {
      ...mergeTerms(before?.discount.id ?? newId("disc"), body, before?.discount ?? null),
      type: body.type ?? before?.discount.type ?? "cumulative",
    },
    rules: body.rules ? mergeRules(body.rules, rules, newId) : rules,
    assignments: body.assignments?.map((one) => mergeAssignment(one, assignments, newId)) ?? assignments,
  }
}

/** A rule keeps its id if it belongs to the discount; of two with the same id, the first keeps it. */
function mergeRules(wanted: readonly RuleBody[], before: readonly RuleColumns[], newId: NewId): RuleColumns[] {
  const free = new Set(before.map((rule) => rule.id))
  return wanted.map((rule) => {
    const isOwn = rule.id !== undefined && free.delete(rule.id)
    return {
      id: isOwn && rule.id ? rule.id : newId("drul"),
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

/** An assignment to the same target is the same one: it keeps its position. */
function mergeAssignment(
  wanted: AssignmentBody,
  before: readonly AssignmentColumns[],
  newId: NewId,
): AssignmentColumns {
  const old = before.find((one) => targetKey(one) === targetKey(wanted)) ?? null
  return {
    id: old?.id ?? newId("dasg"),
    level: wanted.level,
    target_id: wanted.target_id,
    position: old?.position ?? null,
    ...mergePeriod(wanted, old),
  }
}

export const toDiscountDraft = (
  { discount, rules, assignments }: StoredArticleDiscount,
  knownGroups: string[],
): DiscountDraft => ({
  ...toTermsDraft(discount, knownGroups),
  type: discount.type,
  rules: rules.map(({ currency_code, ...rule }) => ({ ...rule, currencyCode: currency_code })),
  assignments: assignments.map((one) => ({ level: one.level, targetId: one.target_id, period: toBounds(one) })),
})

/** An assignment's id must belong to this discount and to that target. */
export function foreignIdProblems(wanted: readonly AssignmentBody[], before: readonly AssignmentColumns[]): Problem[] {
  return wanted.flatMap((one, index) => {
    const isOwn = before.some((old) => old.id === one.id && targetKey(old) === targetKey(one))
    return one.id === undefined || isOwn
      ? []
      : [{ field: `assignments.${index}.id`, reason: "is no assignment of this discount to that target" }]
  })
}

/** New assignments, whose targets must exist. A target deleted since does not block saving. */
export function newAssignments(
  before: StoredArticleDiscount | null,
  after: StoredArticleDiscount,
): { index: number; assignment: AssignmentColumns }[] {
  const old = new Set(before?.assignments.map((one) => one.id))
  return after.assignments
    .map((assignment, index) => ({ index, assignment }))
    .filter(({ assignment }) => !old.has(assignment.id))
}
