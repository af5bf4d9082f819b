import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Everything that a run is to leave behind, in an order of its own. Left out is what may differ between two right runs:
 * ids of chance, instants, and numbers that are given in the order of the work (an invoice's, an order's).
 */
const STATE: Record<string, string> = {
  subscriptions: `
    select id, status, next_cycle, period_start, period_end, next_due_on, ended_on, canceled_on
    from billing_subscription order by id`,
  renewals: `
    select id, cycle, period_start, period_end, due_on, status, reason, order_id, invoice_id, payment_collection_id,
      total, collect_on from billing_renewal order by id`,
  orders: `
    select o.id, o.status, o.currency_code, o.email, o.region_id, o.sales_channel_id, o.metadata,
      s.totals -> 'paid_total' as paid, s.totals -> 'current_order_total' as total,
      s.totals -> 'pending_difference' as open
    from "order" o join order_summary s on s.order_id = o.id and s.deleted_at is null
    where o.id in (select order_id from billing_renewal) order by o.id`,
  "order lines": `
    select i.order_id, l.title, l.unit_price, l.is_tax_inclusive, l.metadata, i.quantity,
      (select jsonb_agg(jsonb_build_array(t.code, t.rate) order by t.code) from order_line_item_tax_line t
        where t.item_id = l.id and t.deleted_at is null) as taxes
    from order_item i join order_line_item l on l.id = i.item_id
    where i.order_id in (select order_id from billing_renewal) and i.deleted_at is null
    order by i.order_id, l.title, l.unit_price`,
  transactions: `
    select id, order_id, amount, currency_code, reference from order_transaction where deleted_at is null order by id`,
  invoices: `
    select i.id, i.kind, i.order_id, i.renewal_id, i.issued_on, i.due_on, i.currency_code, i.subtotal, i.tax_total, i.total,
      i.document - 'number' #- '{order,display_id}' as document, p.status, p.paid_total, p.paid_on
    from billing_invoice i join billing_invoice_payment p on p.invoice_id = i.id order by i.id`,
  collections: `
    select c.id, c.status, c.amount, c.captured_amount, l.order_id,
      (select jsonb_agg(jsonb_build_array(s.id, s.status, s.amount) order by s.id) from payment_session s
        where s.payment_collection_id = c.id and s.deleted_at is null) as sessions,
      (select jsonb_agg(jsonb_build_array(p.amount, x.amount) order by p.id) from payment p
        left join capture x on x.payment_id = p.id where p.payment_collection_id = c.id) as payments
    from payment_collection c left join order_payment_collection l
      on l.payment_collection_id = c.id and l.deleted_at is null
    where c.deleted_at is null order by c.id`,
  charges: `
    select idempotency_key, status, amount, currency_code, decline_code from demo_payment_charge order by 1`,
  attempts: `
    select id, renewal_id, number, status, amount, as_of from billing_charge_attempt order by id`,
  "time line": `
    select subject_id, type, as_of, data - 'link_id' as data from service_core_timeline_entry
    order by 1, 2, 3, data::text`,
  events: `
    select name, data - 'event_id' as data from service_core_outbox_event where name <> 'billing.run.completed'
    order by name, data ->> 'id', data::text`,
  reservations: `
    select r.line_item_id, r.quantity from reservation_item r where r.deleted_at is null order by 1, 2`,
  runs: `
    select as_of, sum(issued) as issued, sum(paid) as paid, sum(declined) as declined, sum(skipped) as skipped,
      sum(ended) as ended from billing_run group by 1 order by 1`,
}

export type FinalState = Record<string, string[]>

export async function readFinalState(knex: Knex): Promise<FinalState> {
  const state: FinalState = {}
  for (const [name, sql] of Object.entries(STATE)) {
    const { rows } = await knex.raw<{ rows: object[] }>(sql)
    state[name] = rows.map((row) => JSON.stringify(row))
  }
  return state
}

/** What one state has and the other has not, in words; nothing where both are equal. */
export function differences(expected: FinalState, found: FinalState): string[] {
  return Object.keys(expected).flatMap((name) => {
    const missing = without(expected[name] ?? [], found[name] ?? [])
    const extra = without(found[name] ?? [], expected[name] ?? [])
    return [
      ...(missing.length ? [`${name}: ${missing.length} missing, such as ${missing[0]}`] : []),
      ...(extra.length ? [`${name}: ${extra.length} too many, such as ${extra[0]}`] : []),
    ]
  })
}

/** The rows of the one list that the other has not as often. */
function without(rows: string[], others: string[]): string[] {
  const left = new Map<string, number>()
  others.forEach((row) => left.set(row, (left.get(row) ?? 0) + 1))
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}
