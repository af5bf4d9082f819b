import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ProfileCell, ProfileFilters, SearchTerms } from "../../../../rules/customers"
import { hasTrigrams, whereFound } from "../search/search-condition"
import { LISTED_COLUMNS, type ProfileRow } from "./profile-row"

export type ListedProfile = Omit<ProfileRow, "search_text" | "search_prefixes" | "search_grams"> & {
  /** The beginning of the latest note; null: there is none (C1). */
  note_preview: string | null
}

export interface ProfilesToList extends ProfileFilters {
  terms: SearchTerms
  /** Only leads that nobody has touched since (C7); left out: all. */
  staleBefore?: string | undefined
  limit: number
  offset: number
}

/** The most signs of a preview. */
const PREVIEW = 200

/**
 * One page of the profiles that a search finds, the last touched first, and how many of the search there are of each
 * status and temperature: the rule makes the counts beside the filters of it.
 */
export async function listProfiles(
  knex: Knex,
  { terms, staleBefore, status, temperature, limit, offset }: ProfilesToList,
): Promise<{ rows: ListedProfile[]; cells: ProfileCell[] }> {
  const byTrigrams = await hasTrigrams(knex)
  const found = () => {
    const rows = knex("customers_profile as p").whereNull("p.deleted_at")
    whereFound(rows, terms, byTrigrams)
    whereStale(rows, staleBefore)
    return rows
  }
  const cells: (Omit<ProfileCell, "count"> & { count: string })[] = await found()
    .select("status", "temperature")
    .count("* as count")
    .groupBy("status", "temperature")
  const page = found()
  if (status?.length) {
    page.whereIn("p.status", [...status])
  }
  if (temperature?.length) {
    page.whereIn("p.temperature", [...temperature])
  }
  const preview = knex("customers_note as n")
    .select(knex.raw("left(n.text, ?)", [PREVIEW]))
    .whereRaw("n.profile_id = p.id")
    .whereNull("n.deleted_at")
    .orderByRaw("n.created_at desc, n.id desc")
    .limit(1)
    .as("note_preview")
  const rows: ListedProfile[] = await page
    .select(...LISTED_COLUMNS.map((column) => `p.${column}`), preview)
    .orderByRaw("p.touched_at desc, p.id desc")
    .limit(limit)
    .offset(offset)
  return { rows, cells: cells.map((cell) => ({ ...cell, count: Number(cell.count) })) }
}

/** Keeps the leads that were left: what `isStale` says. */
export function whereStale(rows: Knex.QueryBuilder, before: string | undefined): void {
  if (before !== undefined) {
    rows
      .where("p.status", "potential")
      .whereNot("p.temperature", "not_interested")
      .whereRaw("p.touched_at < ?::timestamptz", [before])
  }
}
