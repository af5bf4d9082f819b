import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MovedMoney } from "../../../../rules/billing"
import type { Decimal } from "../../../../rules/money"
import { PAID_FOR_OF } from "../payment-pages/page-payments"

/** An order's payment, with what it has moved, the earlier first. */
export interface PaymentOfOrder {
  id: string
  /** An attempt of a billing run made it. */
  is_charge: boolean
  moved: MovedMoney[]
  /** What the bank or the payer has taken back of it. */
  taken_back: Decimal
}

/**
 * The order of a renewal's charge as Medusa has it now. A charge without an order in Medusa has no totals. What was paid for another
 * invoice of the order, as for what an edit came to, is none of it.
 */
export interface OrderOfCharge {
  renewal_id: string
  is_canceled: boolean
  currency_code: string
  /** Less what the customer's balance has paid of it. */
  order_total: Decimal | null
  /** Less what the customer's balance has paid of it. */
  invoice_total: Decimal | null
  /** The order's total when its invoice was issued. */
  issued_total: Decimal | null
  /** What was credited of its invoice since. */
  credited_total: Decimal
  payments: PaymentOfOrder[]
}

const MOVED = (table: "capture" | "refund"): string => `
  select '${table}' as reference, m.id, m.raw_amount ->> 'value' as amount, m.created_at
  from ${table} m where m.payment_id = p.id and m.deleted_at is null`

/** What was captured for other invoices of the order, which most orders do not have. */
const FOR_OTHERS = `case when exists (select 1 from billing_invoice j where j.order_id = o.id and j.kind = 'invoice'
    and j.change_id is not null and j.deleted_at is null offset 0)
  then (select coalesce(sum((k.raw_amount ->> 'value')::numeric), 0) from order_payment_collection x
    join payment p on p.payment_collection_id = x.payment_collection_id and p.deleted_at is null
    join capture k on k.payment_id = p.id and k.deleted_at is null
    where x.order_id = o.id and x.deleted_at is null and ${PAID_FOR_OF} <> i.id) else 0 end`

/**
 * The orders of charges, by their payment collections, in one statement and all by index: whether they were canceled,
 * what they come to, and everything that was received and given back on them by whomever.
 */
export async function ordersOfCharges(
  knex: Knex,
  charges: { renewal_id: string; payment_collection_id: string }[],
): Promise<Map<string, OrderOfCharge>> {
  if (!charges.length) {
    return new Map()
  }
  const asked = charges.map(({ renewal_id, payment_collection_id }) => ({ renewal_id, payment_collection_id }))
  const { rows } = await knex.raw<{ rows: OrderOfCharge[] }>(
    `select a.renewal_id, coalesce(o.status = 'canceled' or o.canceled_at is not null, false) as is_canceled,
       coalesce(o.currency_code, c.currency_code) as currency_code,
       (select coalesce(s.totals -> 'raw_current_order_total' ->> 'value', s.totals ->> 'current_order_total')::numeric
        from order_summary s where s.order_id = o.id and s.version = o.version and s.deleted_at is null
        limit 1) - coalesce(i.by_balance, 0) - ${FOR_OTHERS} as order_total,
       i.total - i.by_balance as invoice_total, i.issued_total, coalesce(i.credited_total, 0) as credited_total,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'is_charge', exists (
             select 1 from billing_charge_attempt t where t.renewal_id = a.renewal_id
               and t.payment_session_id = p.payment_session_id and t.deleted_at is null),
           'taken_back', (select coalesce(sum(b.amount), 0)::text from billing_payment_return b
             where b.payment_id = p.id and b.reinstated_on is null and b.deleted_at is null),
           'moved', coalesce((select jsonb_agg(
               jsonb_build_object(
                 'reference', m.reference, 'reference_id', m.id, 'payment_id', p.id, 'amount', m.amount)
               order by m.created_at, m.id)
             from (${MOVED("capture")} union all ${MOVED("refund")}) m), '[]'))
           order by p.created_at, p.id)
         from payment p
         where p.deleted_at is null and coalesce(${PAID_FOR_OF}, i.id) is not distinct from i.id
           and (p.payment_collection_id = a.payment_collection_id or p.payment_collection_id in (
           select x.payment_collection_id from order_payment_collection x
           where x.order_id = o.id and x.deleted_at is null))), '[]') as payments
     from jsonb_to_recordset(cast(? as jsonb)) as a(renewal_id text, payment_collection_id text)
     join payment_collection c on c.id = a.payment_collection_id
     left join lateral (select o.id, o.currency_code, o.version, o.status, o.canceled_at
       from order_payment_collection l join "order" o on o.id = l.order_id
       where l.payment_collection_id = a.payment_collection_id and l.deleted_at is null limit 1) o on true
     left join lateral (select i.id, i.total, i.document -> 'order' ->> 'total' as issued_total,
         coalesce(b.balance_total, 0) as by_balance, b.credited_total
       from billing_invoice i left join billing_invoice_payment b on b.invoice_id = i.id
       where i.order_id = o.id and i.kind = 'invoice' and i.change_id is null and i.deleted_at is null limit 1) i on true`,
    [JSON.stringify(asked)],
  )
  return new Map(rows.map((row) => [row.renewal_id, row]))
}
