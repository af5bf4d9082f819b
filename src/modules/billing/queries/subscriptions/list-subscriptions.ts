import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SubscriptionStatus } from "../../../../rules/billing"
import type { SubscriptionItemRecord, SubscriptionRecord } from "./subscription-record"

export interface SubscriptionFilters {
  /** Part of an email, a customer's name or a product's title; or an id or number, whole. */
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
  filters: SubscriptionFilters,
  { order, limit, offset }: SubscriptionPage,
): Promise<{ subscriptions: ListedSubscription[]; count: number }> {
  const matching = knex("billing_subscription as s").whereNull("s.deleted_at").where(matches(filters))
  const [counted] = await matching.clone().count<{ count: string }[]>("s.id as count")
  const direction = order.startsWith("-") ? "desc" : "asc"
  const column = order.replace(/^-/, "")
  const rows: SubscriptionRecord[] = await matching
    .clone()
    .select("s.*")
    .orderBy([
      { column: `s.${column}`, order: direction, ...(CAN_BE_EMPTY.has(column) ? { nulls: "last" } : {}) },
      { column: "s.id", order: direction },
    ])
    .limit(limit)
    .offset(offset)
  const items: SubscriptionItemRecord[] = await knex("billing_subscription_item")
    .whereIn(
      "subscription_id",
      rows.map((row) => row.id),
    )
    .whereNull("deleted_at")
    .orderBy("id")
  return {
    subscriptions: rows.map((row) => ({ ...row, items: items.filter((item) => item.subscription_id === row.id) })),
    count: Number(counted?.count ?? 0),
  }
}

const matches =
  ({ q, status, customer_id, order_id }: SubscriptionFilters) =>
  (where: Knex.QueryBuilder): void => {
    if (status?.length) {
      void where.whereIn("s.status", status)
    }
    if (customer_id) {
      void where.where("s.customer_id", customer_id)
    }
    if (order_id) {
      void where.where("s.order_id", order_id)
    }
    if (q) {
      void where.where(found(q))
    }
  }

/** Numbers that fit the column; a longer row of digits is no subscription's. */
const NUMBER = /^#?(\d{1,9})$/

/** The names are read from Medusa's own table of customers: a search is one statement, and pages and counts are right. */
const found =
  (q: string) =>
  (where: Knex.QueryBuilder): void => {
    const part = `%${q.replace(/[\\%_]/g, "\\$&")}%`
    const number = NUMBER.exec(q)?.[1]
    void where
      .where("s.id", q)
      .orWhereILike("s.email", part)
      .orWhereIn("s.id", (titles: Knex.QueryBuilder) =>
        titles
          .from("billing_subscription_item")
          .select("subscription_id")
          .whereILike("title", part)
          .whereNull("deleted_at"),
      )
      .orWhereIn("s.customer_id", (names: Knex.QueryBuilder) =>
        names
          .from("customer")
          .select("id")
          .whereRaw("concat_ws(' ', first_name, last_name, company_name) ilike ?", [part]),
      )
    if (number) {
      void where.orWhere("s.display_id", Number(number))
    }
  }
