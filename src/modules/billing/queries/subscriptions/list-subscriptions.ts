import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SubscriptionStatus } from "../../../../rules/billing"
import type { SubscriptionItemRecord, SubscriptionRecord } from "./subscription-record"
import { hasSearchTrigrams, whereSearched } from "./subscription-search"

export interface SubscriptionFilters {
  /** Words of an email, a customer's name or a product's title, or parts of them; or an id or number, whole. */
  q?: string
  status?: SubscriptionStatus[]
  customer_id?: string
  order_id?: string
}

export interface SubscriptionPage {
  /** A column, with `-` in front for descending. The caller knows which there are. */
  order: string
  limit: number
  offset: number
}

/** Sorted with what is empty last; the others go by their index. */
const CAN_BE_EMPTY = new Set(["email", "next_due_on"])

export type ListedSubscription = SubscriptionRecord & { items: SubscriptionItemRecord[] }

/** One page of subscriptions with their items, and how many there are in all. Three statements. */
export async function listSubscriptions(
  knex: Knex,
  { q = "", ...filters }: SubscriptionFilters,
  page: SubscriptionPage,
): Promise<{ subscriptions: ListedSubscription[]; count: number }> {
  const { ids, count } = q.trim() ? await search(knex, { q: q.trim(), filters }, page) : await read(knex, filters, page)
  const rows: SubscriptionRecord[] = await knex("billing_subscription").whereIn("id", ids)
  const items: SubscriptionItemRecord[] = await knex("billing_subscription_item")
    .whereIn("subscription_id", ids)
    .whereNull("deleted_at")
    .orderBy("id")
  const byId = new Map(rows.map((row) => [row.id, row]))
  const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
  return {
    subscriptions: inOrder.map((row) => ({ ...row, items: items.filter((item) => item.subscription_id === row.id) })),
    count,
  }
}

interface Found {
  ids: string[]
  count: number
}

type Filters = Omit<SubscriptionFilters, "q">

const columnOf = (order: string): string => order.replace(/^-/, "")

function inOrder(rows: Knex.QueryBuilder, order: string, table: string): Knex.QueryBuilder {
  const direction = order.startsWith("-") ? "desc" : "asc"
  const column = columnOf(order)
  return rows.orderBy([
    { column: `${table}.${column}`, order: direction, ...(CAN_BE_EMPTY.has(column) ? { nulls: "last" } : {}) },
    { column: `${table}.id`, order: direction },
  ])
}

/** The page is read off the index of its order. */
async function read(knex: Knex, filters: Filters, { order, limit, offset }: SubscriptionPage): Promise<Found> {
  const matching = kept(knex("billing_subscription as s"), filters)
  const [counted] = await matching.clone().count<{ count: string }[]>("s.id as count")
  const ids: string[] = await inOrder(matching.clone(), order, "s").limit(limit).offset(offset).pluck("s.id")
  return { ids, count: Number(counted?.count ?? 0) }
}

/** What a search finds is looked up once: page and count are of that. */
async function search(
  knex: Knex,
  { q, filters }: { q: string; filters: Filters },
  { order, limit, offset }: SubscriptionPage,
): Promise<Found> {
  const columns = ["s.id", ...(columnOf(order) === "id" ? [] : [`s.${columnOf(order)}`])]
  const words = knex("billing_subscription_search as f").join("billing_subscription as s", "s.id", "f.subscription_id")
  whereSearched(words, q, await hasSearchTrigrams(knex))
  const found = kept(words, filters)
    .select(columns)
    .union(named(q).map((name) => kept(knex("billing_subscription as s"), filters).where(name).select(columns)))
  const page = inOrder(knex("found").select("found.id"), order, "found").limit(limit).offset(offset)
  const counted = knex("found").count("*")
  const rows: { ids: string[]; count: string }[] = await knex
    .withMaterialized("found", found)
    .select(knex.raw("array(?) as ids", [page]), counted.as("count"))
  return { ids: rows[0]?.ids ?? [], count: Number(rows[0]?.count ?? 0) }
}

/** Numbers that fit the column; a longer row of digits is no subscription's. */
const NUMBER = /^#?(\d{1,9})$/

/** What a search names whole: an id, a number. */
function named(q: string): Record<string, string | number>[] {
  const number = NUMBER.exec(q)?.[1]
  return [{ "s.id": q }, ...(number ? [{ "s.display_id": Number(number) }] : [])]
}

function kept(rows: Knex.QueryBuilder, { status, customer_id, order_id }: Filters): Knex.QueryBuilder {
  void rows.whereNull("s.deleted_at")
  if (status?.length) {
    void rows.whereIn("s.status", status)
  }
  if (customer_id) {
    void rows.where("s.customer_id", customer_id)
  }
  if (order_id) {
    void rows.where("s.order_id", order_id)
  }
  return rows
}
