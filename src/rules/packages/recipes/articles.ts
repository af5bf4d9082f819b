import type { Decimal } from "../../money"
import type { PackagePricing } from "./recipe"

/** What an article's price is per (P11). */
export const ARTICLE_UNITS = ["flat", "hour", "day", "percent_of_order", "percent_of_group"] as const
export type ArticleUnit = (typeof ARTICLE_UNITS)[number]

/** The price of a number of days or hours. */
export interface Rate {
  duration: number
  price: Decimal
}

/** Steps by duration, ascending; a composition of steps is chosen so that it is the cheapest one. */
export interface RateTable {
  steps: Rate[]
  /** The price of each further day or hour beyond the last step; null: none. */
  further: Decimal | null
}

/** A variant as a package sees it: its own price, and what that is per. Amounts in major units. */
export interface Article {
  productId: string
  variantId: string
  unit: ArticleUnit
  /** Per piece, per hour, per day; null: there is none in the currency. */
  price: Decimal | null
  isTaxInclusive: boolean
  /** Null: the price counts for each day or hour. */
  rates: RateTable | null
  /** In days or hours, as it is priced; null: one. */
  minimumDuration: number | null
  /** Of the order or group, for percent articles. */
  percent: Decimal | null
  /** Where the section is that a percentage of a group counts on; null: no such article. */
  group: string | null
  /** How its product is priced today, if it is a package; left out: it is none. */
  packagePricing?: PackagePricing | null
}

/** Articles by variant id. */
export type Articles = ReadonlyMap<string, Article>

export const isPercentArticle = ({ unit }: Pick<Article, "unit">): boolean =>
  unit === "percent_of_order" || unit === "percent_of_group"

/** Whether the price depends on how long the article is out. */
export const isTimed = (unit: string): unit is "hour" | "day" => unit === "hour" || unit === "day"
