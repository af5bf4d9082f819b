import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { hasIndex } from "../../../core"

/** Whether the database has the index of trigrams. */
export const hasSearchTrigrams = (knex: Knex): Promise<boolean> =>
  hasIndex(knex, "IDX_billing_subscription_search_trigrams")

/** A word in a pattern, in which % and _ are signs like others. */
const PATTERN = `'%' || replace(replace(replace(billing_fold_text(?), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`
/** Every three letters of a word that follow each other. */
const GRAMS = `(select array_agg(substr(w.word, place, 3)) from (select billing_fold_text(?) as word) w,
  generate_series(1, length(w.word) - 2) place)`

/** A word of one or two letters is the beginning of one. */
const isShort = (word: string): boolean => [...word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")].length < 3

/** Words beyond this narrow no search. */
const MOST_WORDS = 10

/** Keeps the rows of the search in which every word is found; by index. */
export function whereSearched(rows: Knex.QueryBuilder, q: string, byTrigrams: boolean): void {
  const words = q.split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS)
  for (const word of words) {
    if (isShort(word)) {
      rows.whereRaw("f.search_prefixes @> array[billing_fold_text(?)]", [word])
    } else {
      rows.whereRaw(`f.search_text like ${PATTERN}`, [word])
      if (!byTrigrams) {
        rows.whereRaw(`f.search_grams @> ${GRAMS}`, [word])
      }
    }
  }
}

/** The names of these customers are what the search of their subscriptions finds them by; of one that is gone, none is. */
export async function searchByNamesOf(knex: Knex, customerIds: readonly string[]): Promise<void> {
  await knex.raw(
    `select billing_write_search(array(
       select id from billing_subscription where customer_id = any(?) and deleted_at is null))`,
    [[...customerIds]],
  )
}

/** The same for all whom Medusa has changed or deleted since an instant. */
export async function searchByNamesSince(knex: Knex, since: Date): Promise<void> {
  await knex.raw(
    `select billing_write_search(array(
       select id from billing_subscription where deleted_at is null and customer_id = any(array(
         select c.id from customer c where c.updated_at >= :since or c.deleted_at >= :since))))`,
    { since },
  )
}
