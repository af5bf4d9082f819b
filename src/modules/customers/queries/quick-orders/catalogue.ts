import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { foldText } from "../../../../rules/customers"
import { likePattern } from "../../../core"
import { folded } from "./folded"

/** Which products a quick-order page shows. */
export interface CatalogueFilter {
  salesChannelId: string
  currencyCode: string
  /** Products that are sold when asked for: they need no price. */
  onRequestIds: readonly string[]
  hiddenIds: readonly string[]
  /** Words that their title or an article number has in it, without accents and case. */
  search: string | null
  /** A category or a collection. */
  group: string | null
}

const PRICED = `exists (select 1 from product_variant v
    join product_variant_price_set l on l.variant_id = v.id and l.deleted_at is null
    join price c on c.price_set_id = l.price_set_id and c.deleted_at is null and c.price_list_id is null
    where v.product_id = p.id and v.deleted_at is null and c.currency_code = ?)`
const FOUND = `(${folded("p.title")} like ? or ${folded("p.subtitle")} like ? or exists (select 1 from product_variant s
    where s.product_id = p.id and s.deleted_at is null and (${folded("s.sku")} like ? or ${folded("s.title")} like ?)))`
/** As it was typed: in a script whose signs are no letters with accents, too. */
const TYPED = "lower(p.title) like lower(?)"
const MOST_WORDS = 10

function shown(knex: Knex, { salesChannelId, currencyCode, onRequestIds, hiddenIds }: CatalogueFilter) {
  const query = knex("product as p")
    .join("product_sales_channel as channel", "channel.product_id", "p.id")
    .where({ "channel.sales_channel_id": salesChannelId, "p.status": "published" })
    .whereNull("channel.deleted_at")
    .whereNull("p.deleted_at")
    .where((or) => or.whereIn("p.id", [...onRequestIds]).orWhereRaw(PRICED, [currencyCode]))
  return hiddenIds.length ? query.whereNotIn("p.id", [...hiddenIds]) : query
}

function filtered(knex: Knex, filter: CatalogueFilter) {
  const { search, group } = filter
  const query = shown(knex, filter)
  if (search !== null) {
    query.where((any) => any.where((all) => whereWords(all, search)).orWhereRaw(TYPED, [likePattern(search)]))
  }
  if (group !== null) {
    query.where((or) =>
      or
        .where("p.collection_id", group)
        .orWhereExists(
          knex("product_category_product as member")
            .select(knex.raw("1"))
            .whereRaw("member.product_id = p.id")
            .where("member.product_category_id", group),
        ),
    )
  }
  return query
}

function whereWords(rows: Knex.QueryBuilder, search: string): void {
  const words = foldText(search).split(" ").filter(Boolean)
  for (const word of words.slice(0, MOST_WORDS)) {
    const pattern = likePattern(word)
    rows.whereRaw(FOUND, [pattern, pattern, pattern, pattern])
  }
}

/** One page of the products that are shown, by title, and how many there are. */
export async function catalogueProducts(
  knex: Knex,
  filter: CatalogueFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ ids: string[]; count: number }> {
  const rows: { id: string; count: string }[] = await filtered(knex, filter)
    .select("p.id", knex.raw("count(*) over () as count"))
    .orderByRaw("lower(p.title), p.id")
    .limit(limit)
    .offset(offset)
  if (rows.length || !offset) {
    return { ids: rows.map(({ id }) => id), count: Number(rows[0]?.count ?? 0) }
  }
  const [all] = await filtered(knex, filter).count<{ count: string }[]>("* as count")
  return { ids: [], count: Number(all?.count ?? 0) }
}

/** Those of these products that are shown. */
export async function shownProducts(
  knex: Knex,
  filter: CatalogueFilter,
  among: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await shown(knex, filter)
    .whereIn("p.id", [...among])
    .select("p.id")
  return new Set(rows.map(({ id }) => id))
}

export interface CatalogueGroup {
  id: string
  name: string
}

/** The categories and collections that have something that is shown, by name. */
export async function catalogueGroups(knex: Knex, filter: CatalogueFilter): Promise<CatalogueGroup[]> {
  const products = () => shown(knex, filter)
  const categories = knex("product_category as g")
    .select("g.id", "g.name")
    .where({ "g.is_active": true, "g.is_internal": false })
    .whereNull("g.deleted_at")
    .whereExists(
      products()
        .select(knex.raw("1"))
        .join("product_category_product as member", "member.product_id", "p.id")
        .whereRaw("member.product_category_id = g.id"),
    )
  const collections = knex("product_collection as g")
    .select("g.id", "g.title as name")
    .whereNull("g.deleted_at")
    .whereExists(products().select(knex.raw("1")).whereRaw("p.collection_id = g.id"))
  const rows: CatalogueGroup[] = await categories.union([collections]).orderBy("name").limit(200)
  return rows
}
