import { validateArticle, type StoredArticle } from "../../../rules/packages"
import type { FieldProblem } from "../field-problems"
import { toSaveArticle, type ArticleForm } from "./article-form"

/** The problems of an article while one types: the same rule as the server's. */
export function checkArticle(form: ArticleForm): FieldProblem[] {
  const { rates = [], ...sent } = toSaveArticle(form)
  return validateArticle({
    article: { id: "", variant_id: "", product_id: "", version: 0, changed_in: {}, ...sent },
    rates,
  } as StoredArticle)
}
