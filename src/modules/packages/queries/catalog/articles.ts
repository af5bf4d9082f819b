import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { changedArticleFields, type RateColumns, type StoredArticle } from "../../../../rules/packages"
import { raiseVersion } from "../../../core"
import { writeRates } from "./write-package"

const ARTICLE = "packages_article"

const COLUMNS = [
  "id",
  "variant_id",
  "product_id",
  "unit",
  "percent",
  "percent_group",
  "minimum_duration",
  "buffer_before_minutes",
  "buffer_after_minutes",
  "version",
  "changed_in",
] as const

/** What is stored of these variants, or of these products' variants; two statements however many. */
export async function readArticles(
  knex: Knex,
  by: "variant_id" | "product_id",
  ids: readonly string[],
): Promise<StoredArticle[]> {
  const articles: StoredArticle["article"][] = ids.length
    ? await knex(ARTICLE)
        .select(...COLUMNS)
        .whereIn(by, [...ids])
        .orderBy("id")
    : []
  if (!articles.length) {
    return []
  }
  const rates: (RateColumns & { article_id: string })[] = await knex("packages_rate")
    .select("currency_code", "duration", "price", "article_id")
    .whereIn(
      "article_id",
      articles.map(({ id }) => id),
    )
    .orderByRaw("currency_code, duration nulls last")
  const stored = new Map(articles.map((article): [string, StoredArticle] => [article.id, { article, rates: [] }]))
  for (const { article_id, ...rate } of rates) {
    stored.get(article_id)?.rates.push(rate)
  }
  return [...stored.values()]
}

/** From the stored article to the new one; null: none. Swapped, it is its own compensation. */
export interface ArticleChange {
  before: StoredArticle | null
  after: StoredArticle | null
  /** The version that it was decided on; left out: whatever it is. */
  expected?: number | undefined
}

/** Stores an article with its rates in one transaction. False where it is gone, or not at the expected version. */
export async function writeArticle(knex: Knex, { before, after, expected }: ArticleChange): Promise<boolean> {
  return knex.transaction(async (trx) => {
    if (!after) {
      await trx(ARTICLE)
        .where("id", before?.article.id ?? "")
        .delete()
      return true
    }
    const { id } = after.article
    const fields = before ? changedArticleFields(before, after) : Object.keys(after.article)
    if (before && fields.length && !(await raiseVersion(trx, { table: ARTICLE, key: { id }, fields, expected }))) {
      return false
    }
    const columns = Object.entries(after.article).filter(([column]) => fields.includes(column))
    if (!before) {
      await trx(ARTICLE).insert(Object.fromEntries(columns))
    } else if (columns.length) {
      await trx(ARTICLE).where({ id }).update(Object.fromEntries(columns))
    }
    if (!before || fields.includes("rates")) {
      await writeRates(trx, { article_id: id }, after.rates)
    }
    return true
  })
}

/** Which of these variants are percent articles. */
export async function percentArticlesAmong(knex: Knex, variantIds: readonly string[]): Promise<Set<string>> {
  const rows = variantIds.length
    ? await knex("packages_article")
        .whereIn("variant_id", variantIds)
        .whereIn("unit", ["percent_of_order", "percent_of_group"])
        .whereNull("deleted_at")
        .select<{ variant_id: string }[]>("variant_id")
    : []
  return new Set(rows.map(({ variant_id }) => variant_id))
}
