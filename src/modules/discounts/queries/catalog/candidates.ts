import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ALL_ARTICLES } from "../../../../rules/discounts/states"
import type { CandidateRows } from "../../rows"

/** The targets of the lines, and who buys: the customer's id, else the e-mail address in lower case, else null. */
export interface CandidateQuery {
  variantIds: string[]
  productIds: string[]
  collectionIds: string[]
  categoryIds: string[]
  customerKey: string | null
}

/** Each target once, with its level. */
function targetsOf(query: CandidateQuery): { levels: string[]; ids: string[] } {
  const targets = [
    ...[...new Set(query.variantIds)].map((id) => ["variant", id] as const),
    ...[...new Set(query.productIds)].map((id) => ["product", id] as const),
    ...[...new Set(query.collectionIds)].map((id) => ["collection", id] as const),
    ...[...new Set(query.categoryIds)].map((id) => ["category", id] as const),
    ["all", ALL_ARTICLES] as const,
  ]
  return { levels: targets.map(([level]) => level), ids: targets.map(([, id]) => id) }
}

/**
 * All stored rows that an evaluation can need, in one statement and by index, however many discounts there are: what is
 * assigned to these targets and active, all active order discounts, the articles' settings, and the settings.
 */
export async function readCandidates(knex: Knex, query: CandidateQuery): Promise<CandidateRows> {
  const { levels, ids } = targetsOf(query)
  const { rows } = await knex.raw<{ rows: CandidateRows[] }>(
    "select * from discounts_candidates(?::text[], ?::text[], ?::text)",
    [levels, ids, query.customerKey],
  )
  const [row] = rows
  if (!row) {
    throw new Error("discounts_candidates answered nothing: it always answers one row")
  }
  return row
}
