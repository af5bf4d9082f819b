import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { gramsOf, type SearchTerm, type SearchTerms } from "../../../../rules/customers"
import { hasIndex, likePattern } from "../../../core"

/** Whether the database has the index of trigrams. */
export const hasTrigrams = (knex: Knex): Promise<boolean> => hasIndex(knex, "IDX_customers_profile_trigrams")

/** Three of a word's three-letter parts narrow it as well as all of them, and are looked at sooner: the text decides. */
function narrowing(text: string): string[] {
  const grams = gramsOf(text)
  const places = new Set([0, Math.floor(grams.length / 2), grams.length - 1])
  return grams.filter((_gram, place) => places.has(place))
}

function whereTerm(rows: Knex.QueryBuilder, { kind, text }: SearchTerm, byTrigrams: boolean): void {
  if (kind === "prefix") {
    rows.whereRaw("search_prefixes @> array[?]::text[]", [text])
    return
  }
  rows.whereRaw("search_text like ?", [likePattern(text)])
  if (!byTrigrams) {
    rows.whereRaw("search_grams @> ?::text[]", [narrowing(text)])
  }
}

/** Keeps the profiles that a search finds: what `isFound` says, by index. */
export function whereFound(rows: Knex.QueryBuilder, terms: SearchTerms, byTrigrams: boolean): void {
  if (!terms.length) {
    return
  }
  rows.where((any) => {
    for (const alternative of terms) {
      any.orWhere((all) => alternative.forEach((term) => whereTerm(all, term, byTrigrams)))
    }
  })
}
