import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DiscountType } from "../../../../rules/discounts/states"
import { likePattern } from "../../../core"

interface Page {
  limit: number
  offset: number
}

export interface DiscountFilters {
  q?: string | undefined
  is_active?: boolean | undefined
  type?: DiscountType[] | undefined
}

export interface ListedIds {
  ids: string[]
  count: number
}

function matching(knex: Knex, table: string, { q, is_active, type }: DiscountFilters) {
  const rows = knex(table)
  if (q) {
    rows.where((found) =>
      found.whereILike("name", likePattern(q)).orWhereILike("note", likePattern(q)).orWhere("id", q),
    )
  }
  if (is_active !== undefined) {
    rows.where({ is_active })
  }
  if (type !== undefined) {
    rows.whereIn("type", type)
  }
  return rows
}

async function page(
  knex: Knex,
  { table, order }: { table: string; order: string },
  { limit, offset, ...filters }: DiscountFilters & Page,
): Promise<ListedIds> {
  const counted = await matching(knex, table, filters).count("* as count").first<{ count: string } | undefined>()
  const ids: string[] = await matching(knex, table, filters).orderByRaw(order).limit(limit).offset(offset).pluck("id")
  return { ids, count: Number(counted?.count ?? 0) }
}

const COLUMNS = { name: "lower(name)", type: "type", used: "used", created_at: "created_at" } as const

/** A field of the list; with `-` in front: descending. */
type Order = keyof typeof COLUMNS | `-${keyof typeof COLUMNS}`

function orderBy(order: Order): string {
  const direction = order.startsWith("-") ? "desc" : "asc"
  const [, column] = Object.entries(COLUMNS).find(([field]) => field === order.replace("-", "")) ?? []
  return `${column ?? COLUMNS.created_at} ${direction}, id ${direction}`
}

/** In the requested order, then by id. */
export const listArticleDiscountIds = (
  knex: Knex,
  { order, ...query }: DiscountFilters & Page & { order: Order },
): Promise<ListedIds> => page(knex, { table: "discounts_discount", order: orderBy(order) }, query)

/** In the order in which they are tried. */
export const listOrderDiscountIds = (knex: Knex, query: DiscountFilters & Page): Promise<ListedIds> =>
  page(knex, { table: "discounts_order_discount", order: "position, id" }, query)
