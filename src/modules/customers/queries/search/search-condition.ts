import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { gramsOf, type SearchTerm, type SearchTerms } from "../../../../rules/customers"

const asked = new WeakMap<Knex, Promise<boolean>>()

/** Whether the database has the index of trigrams; asked once. */
export async function hasTrigrams(knex: Knex): Promise<boolean> {
  const before = asked.get(knex)
  if (before) {
    return before
  }
  const answer = readTrigrams(knex)
  asked.set(knex, answer)
  // A failure is not remembered.
  answer.catch(() => asked.delete(knex))
  return answer
}

async function readTrigrams(knex: Knex): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { has: boolean }[] }>(
    `select to_regclass('"IDX_customers_profile_trigrams"') is not null as has`,
  )
  return rows[0]?.has ?? false
}

/** Text in a pattern, in which % and _ are signs like others. */
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`

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
  rows.whereRaw("search_text like ?", [pattern(text)])
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
