import type { AssignmentLevel, DiscountType, FixedPer, Mode, Trigger } from "../../../rules/discounts/states"
import { toPeriod, toPeriodForm, toTerms, toTermsForm, type PeriodForm, type TermsForm } from "./terms-form"
import type { ArticleDiscountAnswer, RuleBody } from "../../../contracts/discounts/article-discounts"

export interface RuleForm {
  trigger: Trigger
  min: string
  max: string
  mode: Mode
  value: string
  per: FixedPer
  /** Empty: in every currency. */
  currency_code: string
  /** A percentage by quantity that was saved for one currency stays so. */
  in_one_currency: boolean
}

export interface AssignmentForm extends PeriodForm {
  /** Empty while it is new. */
  assignment_id: string
  level: AssignmentLevel
  target_id: string
  title: string
}

export interface ArticleDiscountForm extends TermsForm {
  type: DiscountType
  rules: RuleForm[]
  assignments: AssignmentForm[]
}

export const emptyRule = (currency: string): RuleForm => ({
  trigger: "quantity",
  min: "",
  max: "",
  mode: "percent",
  value: "",
  per: "unit",
  currency_code: currency,
  in_one_currency: false,
})

/** An amount of money is in its bounds or in its value (D14). */
const needsCurrency = ({ trigger, mode }: Pick<RuleForm, "trigger" | "mode">): boolean =>
  trigger === "amount" || mode === "fixed"

/** Whether a rule is of one currency. */
export const hasCurrency = (rule: Pick<RuleForm, "trigger" | "mode" | "in_one_currency">): boolean =>
  needsCurrency(rule) || rule.in_one_currency

const toRuleForm = (rule: RuleBody): RuleForm => ({
  trigger: rule.trigger,
  min: rule.min === null ? "" : String(rule.min),
  max: rule.max === null ? "" : String(rule.max),
  mode: rule.mode,
  value: String(rule.value),
  per: rule.per,
  currency_code: rule.currency_code ?? "",
  in_one_currency: !needsCurrency(rule) && Boolean(rule.currency_code),
})

export const toRule = (rule: RuleForm): RuleBody => ({
  trigger: rule.trigger,
  min: rule.min || null,
  max: rule.max || null,
  mode: rule.mode,
  value: rule.value,
  per: rule.mode === "fixed" ? rule.per : "unit",
  currency_code: hasCurrency(rule) ? rule.currency_code || null : null,
})

export function toArticleDiscountForm(discount: ArticleDiscountAnswer | null, currency: string): ArticleDiscountForm {
  return {
    ...toTermsForm(discount),
    type: discount?.type ?? "cumulative",
    rules: discount ? discount.rules.map(toRuleForm) : [emptyRule(currency)],
    assignments: (discount?.assignments ?? []).map((assignment) => ({
      ...toPeriodForm(assignment),
      assignment_id: assignment.id ?? "",
      level: assignment.level,
      target_id: assignment.target_id,
      title: assignment.title ?? "",
    })),
  }
}

/** What is sent. An assignment keeps its place in its article's list, which is not set here. */
export function toSaveArticleDiscount(form: ArticleDiscountForm) {
  return {
    ...toTerms(form),
    type: form.type,
    rules: form.rules.map(toRule),
    assignments: form.assignments.map((assignment) => ({
      ...(assignment.assignment_id && { id: assignment.assignment_id }),
      level: assignment.level,
      target_id: assignment.target_id,
      ...toPeriod(assignment),
    })),
  }
}
