import { checkPercent, type CheckedPercent } from "./check-percent"
import { changedFields } from "../../versions"
import type { ArticleColumns, StoredArticle } from "./article-columns"
import { isPercentArticle, isTimed, type ArticleUnit } from "./articles"
import type { RateColumns } from "./package-columns"
import { orderedRates } from "./rates"

/** A request to save what an article's price is per; fields left out stay as they are. */
export interface ArticleBody {
  unit?: ArticleUnit | undefined
  percent?: string | null | undefined
  percent_group?: string | null | undefined
  minimum_duration?: number | null | undefined
  buffer_before_minutes?: number | undefined
  buffer_after_minutes?: number | undefined
  /** The whole list. */
  rates?: RateColumns[] | undefined
}

export interface ArticleFacts {
  variantId: string
  productId: string
  newId: (prefix: "part") => string
}

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

/** The article after the request. What its unit has no use for goes, unless the request names it. */
export function mergeArticle(before: StoredArticle | null, body: ArticleBody, facts: ArticleFacts): StoredArticle {
  const old = before?.article ?? null
  const unit = given(body.unit, old?.unit ?? "flat")
  const columns: ArticleColumns = {
    id: old?.id ?? facts.newId("part"),
    variant_id: facts.variantId,
    product_id: facts.productId,
    unit,
    percent: plain(given(body.percent, isPercentArticle({ unit }) ? (old?.percent ?? null) : null)),
    percent_group:
      given(body.percent_group, unit === "percent_of_group" ? (old?.percent_group ?? null) : null)?.trim() || null,
    minimum_duration: given(body.minimum_duration, isTimed(unit) ? (old?.minimum_duration ?? null) : null),
    buffer_before_minutes: given(body.buffer_before_minutes, old?.buffer_before_minutes ?? 0),
    buffer_after_minutes: given(body.buffer_after_minutes, old?.buffer_after_minutes ?? 0),
  }
  return {
    article: { ...columns, version: old?.version ?? 1, changed_in: old?.changed_in ?? {} },
    rates: orderedRates(given(body.rates, isTimed(unit) ? (before?.rates ?? []) : [])),
  }
}

/** One text for each percentage. */
function plain(percent: string | null): string | null {
  const checked: CheckedPercent | null = percent === null ? null : checkPercent(percent)
  return checked?.ok ? checked.percent : percent
}

const UNEDITED = { version: null, changed_in: null }

/** The fields of an article that a change touches; its version is none. */
export const changedArticleFields = (before: StoredArticle, after: StoredArticle): string[] =>
  changedFields(
    { ...before.article, ...UNEDITED, rates: before.rates },
    { ...after.article, ...UNEDITED, rates: after.rates },
  )
