import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"

/** Payment sessions that a payment page began: billing runs and storefronts make theirs under other ids. */
export const PAGE_SESSION_PREFIX = "payses_page"

/** Payments that customers have begun on these collections' payment pages, and of which Medusa has none yet. */
export async function begunPageSessions(knex: Knex, collectionIds: readonly string[]): Promise<string[]> {
  return collectionIds.length
    ? knex("payment_session as s")
        .whereIn("s.payment_collection_id", [...collectionIds])
        .whereNull("s.deleted_at")
        .whereRaw("starts_with(s.id, ?)", [PAGE_SESSION_PREFIX])
        .whereRaw("not exists (select 1 from payment p where p.payment_session_id = s.id and p.deleted_at is null)")
        .pluck("s.id")
    : []
}

/** The own invoice of an order, with what customers have paid of the order on payment pages and still stands. */
export interface PaidOnPages {
  id: string
  number: string
  renewal_id: string | null
  subscription_id: string | null
  customer_id: string | null
  currency_code: string
  /** Whether the invoice's customer has a log-in: a guest's balance would pay nothing. */
  has_account: boolean
  /** The latest first; captured less refunded, above zero. */
  payments: { id: string; kept: Decimal }[]
}

/** In one statement, all by index; undefined: nothing of the order was paid on a page. */
export async function paidOnPages(knex: Knex, orderId: string): Promise<PaidOnPages | undefined> {
  const { rows } = await knex.raw<{ rows: PaidOnPages[] }>(
    `select i.id, i.number, i.renewal_id, i.subscription_id, i.customer_id, i.currency_code,
       coalesce((select c.has_account from customer c where c.id = i.customer_id and c.deleted_at is null), false)
         as has_account, x.payments
     from billing_invoice i
     cross join lateral (
       select jsonb_agg(jsonb_build_object('id', y.id, 'kept', y.kept::text) order by y.created_at desc, y.id) as payments
       from (select p.id, p.created_at,
           coalesce((select sum((k.raw_amount ->> 'value')::numeric) from capture k
             where k.payment_id = p.id and k.deleted_at is null), 0)
           - coalesce((select sum((r.raw_amount ->> 'value')::numeric) from refund r
             where r.payment_id = p.id and r.deleted_at is null), 0) as kept
         from order_payment_collection l
         join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
         where l.order_id = i.order_id and l.deleted_at is null and starts_with(p.payment_session_id, ?)) y
       where y.kept > 0) x
     where i.order_id = ? and i.kind = 'invoice' and i.deleted_at is null and x.payments is not null
     order by i.sequence limit 1`,
    [PAGE_SESSION_PREFIX, orderId],
  )
  return rows[0]
}
