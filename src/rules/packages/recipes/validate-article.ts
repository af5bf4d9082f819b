import type { StoredArticle } from "./article-columns"
import { isPercentArticle, isTimed } from "./articles"
import { checkPercent } from "./check-percent"
import { validateRates } from "./rates"
import type { RecipeProblem } from "./recipe-problem"
import { HIGHEST_DURATION, wholeNumberProblem } from "./whole-number"

const MINUTES_OF_A_YEAR = 366 * 24 * 60

/** Everything that is wrong with what an article's price is per (P11) and with its buffers (P18). */
export function validateArticle({ article, rates }: StoredArticle): RecipeProblem[] {
  return [
    ...percentProblems(article),
    ...groupProblems(article),
    ...minimumProblems(article),
    ...validateRates(rates, isTimed(article.unit)),
    ...(["buffer_before_minutes", "buffer_after_minutes"] as const).flatMap((field) =>
      problemOf(field, wholeNumberProblem(article[field], 0, MINUTES_OF_A_YEAR)),
    ),
  ]
}

type Terms = StoredArticle["article"]

const problemOf = (field: string, reason: string | null): RecipeProblem[] =>
  reason === null ? [] : [{ field, reason }]

function percentProblems({ unit, percent }: Terms): RecipeProblem[] {
  if (!isPercentArticle({ unit })) {
    return problemOf("percent", percent === null ? null : "only an article that is a percentage has one")
  }
  const checked = percent === null ? ({ ok: false, reason: "is missing" } as const) : checkPercent(percent)
  return problemOf("percent", checked.ok ? null : checked.reason)
}

function groupProblems({ unit, percent_group }: Terms): RecipeProblem[] {
  if (unit === "percent_of_group") {
    return problemOf("percent_group", percent_group === null ? "is missing: which group of lines it counts on" : null)
  }
  return problemOf("percent_group", percent_group === null ? null : "only a percentage of a group has one")
}

function minimumProblems({ unit, minimum_duration }: Terms): RecipeProblem[] {
  if (minimum_duration === null) {
    return []
  }
  return problemOf(
    "minimum_duration",
    isTimed(unit)
      ? wholeNumberProblem(minimum_duration, 1, HIGHEST_DURATION)
      : "only an article priced by the hour or by the day has one",
  )
}
