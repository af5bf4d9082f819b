import type { PackageArticleAnswer, SaveArticleBody } from "../../../contracts/packages/articles"
import { isPercentArticle, isTimed, type ArticleUnit } from "../../../rules/packages"
import { toRate, toRateForm, toWhole, type RateForm } from "./package-form"

export interface ArticleForm {
  unit: ArticleUnit
  percent: string
  percent_group: string
  minimum_duration: string
  buffer_before_minutes: string
  buffer_after_minutes: string
  rates: RateForm[]
}

export const toArticleForm = (article: PackageArticleAnswer): ArticleForm => ({
  unit: article.unit,
  percent: article.percent ?? "",
  percent_group: article.percent_group ?? "",
  minimum_duration: article.minimum_duration === null ? "" : String(article.minimum_duration),
  buffer_before_minutes: String(article.buffer_before_minutes),
  buffer_after_minutes: String(article.buffer_after_minutes),
  rates: article.rates.map(toRateForm),
})

/** What is sent: what the unit has no use for is sent as nothing. */
export const toSaveArticle = (form: ArticleForm): SaveArticleBody & Record<string, unknown> => ({
  unit: form.unit,
  percent: isPercentArticle(form) ? form.percent || null : null,
  percent_group: form.unit === "percent_of_group" ? form.percent_group.trim() || null : null,
  minimum_duration: isTimed(form.unit) ? toWhole(form.minimum_duration) : null,
  buffer_before_minutes: toWhole(form.buffer_before_minutes) ?? 0,
  buffer_after_minutes: toWhole(form.buffer_after_minutes) ?? 0,
  rates: isTimed(form.unit) ? form.rates.map(toRate) : [],
})
