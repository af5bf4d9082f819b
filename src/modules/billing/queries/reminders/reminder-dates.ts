import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DUE_STATUSES } from "../renewals/claims"

/** A row of a search by dates; the next page begins after it. */
export interface DatedRow {
  date: string
  id: string
}

export interface DatedPage {
  from: string
  until: string
  after: DatedRow | null
  limit: number
}

const page = (query: Knex.QueryBuilder, columns: { date: string; id: string }, asked: DatedPage): Knex.QueryBuilder => {
  const { from, until, after, limit } = asked
  void query.whereRaw(`${columns.date} between ? and ?`, [after?.date ?? from, until])
  if (after) {
    void query.whereRaw(`(${columns.date}, ${columns.id}) > (?, ?)`, [after.date, after.id])
  }
  return query.orderByRaw(`${columns.date}, ${columns.id}`).limit(limit)
}

/** Running subscriptions that renew or end on these dates. */
export async function subscriptionsDueBetween(knex: Knex, asked: DatedPage): Promise<DatedRow[]> {
  const query = knex("billing_subscription")
    .select("next_due_on as date", "id")
    .whereIn("status", DUE_STATUSES)
    .whereNotNull("next_due_on")
    .whereNull("deleted_at")
  return page(query, { date: "next_due_on", id: "id" }, asked)
}

/** Other running subscriptions of the same customers that come due on the same dates: one invoice may be of all. By index. */
export async function dueTogetherWith(knex: Knex, ids: readonly string[]): Promise<string[]> {
  return knex("billing_subscription as s")
    .join("billing_subscription as o", (on) =>
      on.on("o.customer_id", "s.customer_id").andOn("o.next_due_on", "s.next_due_on").andOnNull("o.deleted_at"),
    )
    .whereIn("s.id", [...ids])
    .whereIn("o.status", DUE_STATUSES)
    .whereRaw("o.id <> s.id")
    .distinct("o.id")
    .pluck("o.id")
}

/** Running subscriptions whose saved card expires in these months, `YYYY-MM`. */
export async function cardsExpiringBetween(knex: Knex, asked: DatedPage): Promise<DatedRow[]> {
  const month = "(payment_method ->> 'expires')"
  const query = knex("billing_subscription")
    .select(knex.raw(`${month} as date`), "id")
    .whereRaw(`${month} is not null`)
    .whereIn("status", DUE_STATUSES)
    .whereNull("deleted_at")
  return page(query, { date: month, id: "id" }, asked)
}

/** Subscriptions whose customers are told of a new price on these dates. */
export async function priceChangesToTellBetween(knex: Knex, asked: DatedPage): Promise<DatedRow[]> {
  const query = knex("billing_price_change")
    .select("tell_on as date", "subscription_id as id")
    .whereIn("status", ["announced", "asked"])
    .whereNull("deleted_at")
  return page(query, { date: "tell_on", id: "subscription_id" }, asked)
}

/** Invoices that ask for money, due on these dates. */
export async function invoicesOwedBetween(knex: Knex, asked: DatedPage): Promise<DatedRow[]> {
  const query = knex("billing_invoice_payment")
    .select("due_on as date", "invoice_id as id")
    .whereIn("status", ["open", "partly_paid"])
    .whereNull("deleted_at")
  return page(query, { date: "due_on", id: "invoice_id" }, asked)
}
