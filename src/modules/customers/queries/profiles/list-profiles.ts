import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MOST_COUNTED, type ProfileCell, type ProfileFilters, type SearchTerms } from "../../../../rules/customers"
import { hasTrigrams, whereFound } from "../search/search-condition"
import { LISTED_COLUMNS, type ProfileRow } from "./profile-row"

export type ListedProfile = Omit<ProfileRow, "search_text" | "search_prefixes" | "search_grams" | "former_lines"> & {
  /** The beginning of the latest note; null: there is none (C1). */
  note_preview: string | null
}

export interface ProfilesToList extends ProfileFilters {
  terms: SearchTerms
  /** Only leads that nobody has touched since (C7); left out: all. */
  staleBefore?: string | undefined
  limit: number
  offset: number
  /** The most of a search that are counted; left out: what the rule says. */
  most?: number
}

/** A page, and how many of the search there are of each status and temperature: the rule makes the counts of them. */
export interface ListedPage {
  rows: ListedProfile[]
  cells: ProfileCell[]
  /** Whether the search finds more than are counted. */
  isCut: boolean
}

/** The most signs of a preview. */
const PREVIEW = 200

/** One page of the profiles that a search finds, the last touched first. */
export async function listProfiles(knex: Knex, asked: ProfilesToList): Promise<ListedPage> {
  return asked.terms.length ? listFound(knex, asked) : listAll(knex, asked)
}

/** Without a search: the page and the counts are each read off an index. */
async function listAll(knex: Knex, asked: ProfilesToList): Promise<ListedPage> {
  const all = knex("customers_profile as p").whereNull("p.deleted_at")
  whereStale(all, asked.staleBefore)
  const cells: (Omit<ProfileCell, "count"> & { count: string })[] = await all
    .select("status", "temperature")
    .count("* as count")
    .groupBy("status", "temperature")
  const rows = await readPage(knex, asked)
  return { rows, cells: cells.map((cell) => ({ ...cell, count: Number(cell.count) })), isCut: false }
}

/** A page off the index of times: quick where what is looked for is common. */
async function readPage(
  knex: Knex,
  { terms, staleBefore, limit, offset, ...filters }: ProfilesToList,
): Promise<ListedProfile[]> {
  const page = knex("customers_profile as p").whereNull("p.deleted_at")
  whereFound(page, terms, terms.length > 0 && (await hasTrigrams(knex)))
  whereStale(page, staleBefore)
  whereFilters(page, filters)
  return page
    .select(...LISTED_COLUMNS.map((column) => `p.${column}`), previewOf(knex))
    .orderByRaw("p.touched_at desc, p.id desc")
    .limit(limit)
    .offset(offset)
}

type FoundRow = { cells: ProfileCell[] | null } & (ListedProfile | { id: null })

/**
 * With a search: what it finds is looked up once, by its index, however the database guesses how many those are; page and counts
 * are both taken of that. It ends at the most that are counted: what so many have is common, and its page stands near the beginning
 * of the index of times.
 */
async function listFound(knex: Knex, asked: ProfilesToList): Promise<ListedPage> {
  const { terms, staleBefore, limit, offset, most = MOST_COUNTED, ...filters } = asked
  const found = knex("customers_profile as p")
    .select("p.id", "p.status", "p.temperature", "p.touched_at")
    .whereNull("p.deleted_at")
  whereFound(found, terms, await hasTrigrams(knex))
  whereStale(found, staleBefore)
  found.limit(most + 1)
  const counted = knex("found").select("status", "temperature").count("* as count").groupBy("status", "temperature")
  const page = knex("found as p").select("p.id", "p.touched_at")
  whereFilters(page, filters)
  page.orderByRaw("p.touched_at desc, p.id desc").limit(limit).offset(offset)
  const rows: FoundRow[] = await knex
    .withMaterialized("found", found)
    .with("page", page)
    .from(knex(counted.as("cell")).select(knex.raw("json_agg(cell) as cells")).as("counts"))
    .joinRaw("left join page on true left join customers_profile as p on p.id = page.id")
    .select("counts.cells", ...LISTED_COLUMNS.map((column) => `p.${column}`), previewOf(knex))
    .orderByRaw("page.touched_at desc, page.id desc")
  const cells = rows[0]?.cells ?? []
  const isCut = cells.reduce((all, { count }) => all + count, 0) > most
  return {
    rows: isCut
      ? await readPage(knex, asked)
      : rows.flatMap(({ cells: _cells, ...row }) => (row.id === null ? [] : [row])),
    cells,
    isCut,
  }
}

const previewOf = (knex: Knex) =>
  knex("customers_note as n")
    .select(knex.raw("left(n.text, ?)", [PREVIEW]))
    .whereRaw("n.profile_id = p.id")
    .whereNull("n.deleted_at")
    .orderByRaw("n.created_at desc, n.id desc")
    .limit(1)
    .as("note_preview")

function whereFilters(rows: Knex.QueryBuilder, { status, temperature }: ProfileFilters): void {
  if (status?.length) {
    rows.whereIn("p.status", [...status])
  }
  if (temperature?.length) {
    rows.whereIn("p.temperature", [...temperature])
  }
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
