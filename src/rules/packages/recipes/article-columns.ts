import type { Decimal } from "../../money"
import type { Versioned } from "../../versions"
import type { ArticleUnit } from "./articles"
import type { RateColumns } from "./package-columns"

/** The columns of `packages_article`. */
export interface ArticleColumns {
  id: string
  variant_id: string
  product_id: string
  unit: ArticleUnit
  percent: Decimal | null
  percent_group: string | null
  minimum_duration: number | null
  buffer_before_minutes: number
  buffer_after_minutes: number
}

/** What is stored of an article. */
export interface StoredArticle {
  article: ArticleColumns & Versioned
  /** By currency, then by duration, "each further" last. */
  rates: RateColumns[]
}
