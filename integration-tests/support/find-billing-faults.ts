import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ACCOUNT_FAULTS } from "./account-faults"

/**
 * A renewal's order that is as it was issued: nobody has edited it, given money back on it, credited or canceled it. What
 * such an order then comes to is Medusa's matter, and no fault of its billing.
 */
const AS_ISSUED = `not exists (select 1 from order_change x where x.order_id = r.order_id and x.deleted_at is null
  and x.status = 'confirmed' and x.change_type not in ('update_order', 'transfer'))
  and not exists (select 1 from "order" x where x.id = r.order_id and x.status = 'canceled')`

/** What the invoice of a renewal asks for: its own share, with those of the others that are on it. */
const SHARED_TOTAL = `(select sum(g.total) from billing_renewal g where g.invoice_id = r.invoice_id)`

/** An amount in its currency's minor units: as a provider takes it and as Medusa computes it, one is rounded. */
const MINOR_UNIT = `(case upper(r.currency_code) when 'JPY' then 1 when 'KWD' then 0.010 else 0.01 end)`

/** A customer paid a second time, and that stands on their balance. */
const MOVED_TO_BALANCE = `exists (select 1 from billing_invoice_entry e where e.invoice_id = r.invoice_id
  and e.kind = 'balance_moved' and e.deleted_at is null)`

/** Each query finds what must never be; its name says what. None returns a row in a store that bills right. */
const FAULTS: Record<string, string> = {
  "a cycle billed twice": `
    select subscription_id, cycle from billing_renewal group by 1, 2 having count(*) > 1`,
  "a gap in a subscription's cycles": `
    select subscription_id from billing_renewal group by 1 having max(cycle) - min(cycle) + 1 <> count(*)`,
  "periods that do not tile": `
    select a.id from billing_renewal a join billing_renewal b
      on b.subscription_id = a.subscription_id and b.cycle = a.cycle + 1 where a.period_end <> b.period_start
      and not exists (select 1 from service_core_timeline_entry t where t.subject_id = a.subscription_id
        and t.type = 'paused' and t.as_of < b.period_start
        -- In the earlier period, or before it where its invoice was sent ahead.
        and (t.as_of >= a.period_start or t.created_at >= a.created_at))`,
  "a subscription that is not behind its last renewal": `
    select s.id from billing_subscription s join billing_renewal r on r.subscription_id = s.id
    group by s.id, s.next_cycle having max(r.cycle) + 1 <> s.next_cycle`,
  "a renewal left half-way": `select id from billing_renewal where status = 'preparing'`,
  "an issued renewal without its order": `
    select r.id from billing_renewal r left join "order" o on o.id = r.order_id
    where r.status <> 'skipped' and o.id is null`,
  "an order of no renewal": `
    select o.id from "order" o left join billing_renewal r on r.order_id = o.id
    where o.metadata ->> 'billing_renewal_id' is not null and r.id is null`,
  "two orders of one renewal": `
    select metadata ->> 'billing_renewal_id' from "order" where metadata ->> 'billing_renewal_id' is not null
    group by 1 having count(*) > 1`,
  "an order that its collection is not linked with, or more than one": `
    select r.id from billing_renewal r left join order_payment_collection l on l.order_id = r.order_id and l.deleted_at is null
      left join payment_collection c on c.id = l.payment_collection_id
    where r.order_id is not null group by r.id, r.payment_collection_id, r.order_id
    having not coalesce(bool_or(l.payment_collection_id = r.payment_collection_id), false)
      or (count(l.id) filter (where l.payment_collection_id = r.payment_collection_id or c.status <> 'completed') <> 1
        and ${AS_ISSUED})`,
  "a payment collection of a renewal that no order has": `
    select c.id from payment_collection c left join order_payment_collection l
      on l.payment_collection_id = c.id and l.deleted_at is null
    where c.deleted_at is null and l.id is null
      and exists (select 1 from billing_renewal r where r.id = replace(c.id, 'pay_col_', 'bren_'))`,
  "an order without lines, or with doubled ones": `
    select r.id from billing_renewal r join "order" o on o.id = r.order_id
      left join order_item i on i.order_id = r.order_id and i.version = o.version and i.deleted_at is null
    where ${AS_ISSUED} group by r.id, r.order_id
    having count(i.id) <> (select count(*) from billing_renewal g join billing_subscription_item x
      on x.subscription_id = g.subscription_id and x.deleted_at is null where g.order_id = r.order_id)`,
  "an order whose total is not its invoice's": `
    select r.id from billing_renewal r join "order" o on o.id = r.order_id
      join order_summary s on s.order_id = r.order_id and s.version = o.version and s.deleted_at is null
      join billing_invoice i on i.id = r.invoice_id
    where (i.document -> 'totals' ->> 'payable')::numeric <> ${SHARED_TOTAL}
      or (${AS_ISSUED} and abs((s.totals ->> 'current_order_total')::numeric - i.total) >= ${MINOR_UNIT})`,
  "an order with something pending though it was paid": `
    select r.id from billing_renewal r join "order" o on o.id = r.order_id
      join order_summary s on s.order_id = r.order_id and s.version = o.version and s.deleted_at is null
    where r.status = 'paid' and r.total > 0 and ${AS_ISSUED} and not ${MOVED_TO_BALANCE}
      and (s.totals ->> 'current_order_total')::numeric <> (select coalesce(sum(t.amount), 0) from order_transaction t
        where t.order_id = r.order_id and t.deleted_at is null)`,
  "a reservation made twice": `
    select line_item_id, inventory_item_id from reservation_item where deleted_at is null and line_item_id is not null
    group by 1, 2 having count(*) > 1`,
  "a renewal without its invoice": `
    select r.id from billing_renewal r left join billing_invoice i on i.id = r.invoice_id
    where r.status <> 'skipped' and i.id is null`,
  "an invoice without its payment state": `
    select i.id from billing_invoice i left join billing_invoice_payment p on p.invoice_id = i.id
    where (p.invoice_id is null) = (i.kind = 'invoice')`,
  "a gap in the invoice numbers": `
    select series from billing_invoice group by 1 having max(sequence) <> count(*) or min(sequence) <> 1`,
  "a counter that is not at the last number": `
    select s.series from billing_invoice_series s join billing_invoice i on i.series = s.series
    group by 1, s.last_sequence having max(i.sequence) <> s.last_sequence`,
  "a doubled transaction": `
    select reference_id from order_transaction where deleted_at is null and reference in ('capture', 'refund')
      and order_id in (select order_id from billing_renewal) group by 1 having count(*) > 1`,
  "a capture or a refund that the order's books do not know": `
    select r.id from billing_renewal r join payment p on p.payment_collection_id = r.payment_collection_id
      join (select id, payment_id, amount, deleted_at from capture
        union all select id, payment_id, amount, deleted_at from refund) m
        on m.payment_id = p.id and m.deleted_at is null
      left join order_transaction t on t.deleted_at is null and t.order_id = r.order_id
        and (t.reference_id = m.id or (t.reference = 'refund' and t.reference_id = p.id and -t.amount = m.amount))
    where t.id is null`,
  "an order whose books say more or less than was captured and refunded": `
    select r.id from billing_renewal r where r.order_id is not null and (
      select coalesce(sum(t.amount), 0) from order_transaction t where t.order_id = r.order_id and t.deleted_at is null
        and t.reference is distinct from 'billing_balance'
    ) <> (
      select coalesce(sum(m.amount), 0) from order_payment_collection l
        join payment p on p.payment_collection_id = l.payment_collection_id
        join (select payment_id, amount, deleted_at from capture
          union all select payment_id, -amount, deleted_at from refund
          union all select payment_id, case when reinstated_on is null then -amount else 0 end, deleted_at
            from billing_payment_return) m on m.payment_id = p.id and m.deleted_at is null
      where l.order_id = r.order_id and l.deleted_at is null)`,
  "an order that was paid more than its total": `
    select r.id from billing_renewal r join order_transaction t on t.order_id = r.order_id and t.deleted_at is null
      and (t.reference <> 'billing_balance' or t.amount < 0)
    where ${AS_ISSUED} group by r.id, r.invoice_id, r.currency_code having sum(t.amount) >= ${SHARED_TOTAL} + ${MINOR_UNIT}`,
  "a paid renewal whose order is not": `
    select r.id from billing_renewal r join billing_invoice_payment p on p.invoice_id = r.invoice_id
      left join order_transaction t on t.order_id = r.order_id and t.deleted_at is null and t.reference <> 'refund'
    where r.status = 'paid' and r.total > 0 group by r.id, r.invoice_id, r.currency_code, p.credited_total
    having coalesce(sum(t.amount), 0) <= ${SHARED_TOTAL} - p.credited_total - ${MINOR_UNIT}`,
  "a paid renewal whose invoice is not, or the reverse": `
    select r.id from billing_renewal r join billing_invoice_payment p on p.invoice_id = r.invoice_id
    where (r.status = 'paid' and p.open_total > 0) or (r.status in ('issued', 'failed') and p.status in ('paid', 'credited'))`,
  "a canceled renewal whose invoice is not credited": `
    select r.id from billing_renewal r join billing_invoice_payment p on p.invoice_id = r.invoice_id
    where r.status = 'canceled' and p.status not in ('credited', 'void') and p.invoice_total > 0`,
  ...ACCOUNT_FAULTS,
  "a renewal that still waits for its money though its order was canceled": `
    select r.id from billing_renewal r join "order" o on o.id = r.order_id
    where o.status = 'canceled' and r.status <> 'canceled'`,
  "money that a canceled or paid order still keeps of a card": `
    select r.id from billing_renewal r join billing_charge_attempt a on a.renewal_id = r.id
      join payment p on p.payment_session_id = a.payment_session_id and p.deleted_at is null
      join "order" o on o.id = r.order_id
    where (o.status = 'canceled' or exists (select 1 from payment x join capture c on c.payment_id = x.id
        where x.payment_collection_id = p.payment_collection_id and x.id <> p.id and c.deleted_at is null))
      and (select coalesce(sum(c.amount), 0) from capture c where c.payment_id = p.id and c.deleted_at is null)
        <> (select coalesce(sum(f.amount), 0) from refund f where f.payment_id = p.id and f.deleted_at is null)
      and not exists (select 1 from billing_payment_return b where b.order_id = r.order_id) and not ${MOVED_TO_BALANCE}`,
  "a renewal that was charged to another customer's method": `
    select r.id from billing_renewal r join billing_charge_attempt a on a.renewal_id = r.id
      join "order" o on o.id = r.order_id
      join account_holder h on h.external_id = a.payment_method ->> 'account_holder_id' and h.deleted_at is null
      join customer_account_holder l on l.account_holder_id = h.id and l.deleted_at is null
    where l.customer_id <> o.customer_id and not exists (select 1 from order_change x where x.order_id = o.id
      and x.change_type = 'transfer' and x.status = 'confirmed' and x.deleted_at is null)`,
  "a paid renewal whose collection is not": `
    select r.id from billing_renewal r join payment_collection c on c.id = r.payment_collection_id
      join billing_invoice_payment p on p.invoice_id = r.invoice_id
    where r.status = 'paid' and ${SHARED_TOTAL} > p.credited_total
      and (c.status <> 'completed' or (select coalesce(sum(x.captured_amount), 0) from order_payment_collection l
        join payment_collection x on x.id = l.payment_collection_id where l.order_id = r.order_id and l.deleted_at is null)
        <= ${SHARED_TOTAL} - p.credited_total - ${MINOR_UNIT})`,
  "a payment or a capture made twice": `
    select r.id from billing_renewal r join payment p on p.payment_collection_id = r.payment_collection_id
      left join capture x on x.payment_id = p.id and x.deleted_at is null
    where p.deleted_at is null and p.canceled_at is null and not ${MOVED_TO_BALANCE}
      and not exists (select 1 from refund f where f.payment_id = p.id and f.deleted_at is null) and not exists (
      select 1 from billing_charge_attempt a where a.payment_session_id = p.payment_session_id
        and a.status in ('returned', 'reversed'))
    group by r.id having count(*) > 1`,
  "a session of no attempt": `
    select s.id from payment_session s join billing_renewal r on r.payment_collection_id = s.payment_collection_id
      left join billing_charge_attempt a on a.payment_session_id = s.id
    where s.deleted_at is null and s.provider_id like 'pp_demo_%' and a.id is null and s.id not like 'payses_page_%'`,
  "an attempt after one that was paid, or beside one that is open": `
    select a.renewal_id from billing_charge_attempt a join billing_charge_attempt b
      on b.renewal_id = a.renewal_id and b.number > a.number
    where a.status in ('started', 'unknown', 'requires_action', 'processing', 'paid', 'returned')`,
  "a renewal that does not stand as the one whose invoice it is on": `
    select m.id from billing_renewal m left join billing_renewal l on l.id = m.billed_with and l.billed_with is null
    where m.billed_with is not null and (l.id is null
      or (m.status, m.order_id, m.invoice_id, m.payment_collection_id, m.due_on, m.reason, m.dunning_from)
        is distinct from (l.status, l.order_id, l.invoice_id, l.payment_collection_id, l.due_on, l.reason, l.dunning_from))`,
  "a renewal that is collected beside the one whose invoice it is on": `
    select m.id from billing_renewal m where m.billed_with is not null
      and (m.collect_on is not null or exists (select 1 from billing_charge_attempt a where a.renewal_id = m.id))`,
  "an order or an invoice of several renewals that none of them leads": `
    select invoice_id from billing_renewal where invoice_id is not null group by 1
    having count(*) filter (where billed_with is null) <> 1 or count(distinct subscription_id) <> count(*)`,
  "an invoice with renewals of several customers": `
    select r.invoice_id from billing_renewal r join billing_subscription s on s.id = r.subscription_id
      join billing_invoice i on i.id = r.invoice_id
    where r.billed_with is not null and s.customer_id is distinct from i.customer_id and not exists (select 1
      from order_change x where x.change_type = 'transfer' and x.order_id in (s.order_id, i.order_id))`,
  "a suspension without its reason": `
    select id from billing_subscription where status = 'suspended' and suspended_reason is null`,
  "a subscription that has ended and is still dunned": `
    select id from billing_subscription where status in ('canceled', 'expired') and dunning_on is not null`,
  "more tries of one renewal than the card networks allow": `
    select a.renewal_id from billing_charge_attempt a join billing_charge_attempt b on b.renewal_id = a.renewal_id
      and cast(b.as_of as date) between cast(a.as_of as date) and cast(a.as_of as date) + 29
    group by a.id, a.renewal_id having count(*) > 20`,
  "money taken twice for one renewal": `
    select a.renewal_id from demo_payment_charge c join billing_charge_attempt a on a.idempotency_key = c.idempotency_key
    where c.status = 'captured' group by 1 having count(*) > 1`,
  "money taken that no renewal knows of": `
    select c.id from demo_payment_charge c left join billing_charge_attempt a on a.idempotency_key = c.idempotency_key
    where c.status = 'captured' and c.idempotency_key like 'msc-%' and a.id is null`,
  "money taken for a renewal that is not paid": `
    select r.id from demo_payment_charge c join billing_charge_attempt a on a.idempotency_key = c.idempotency_key
      join billing_renewal r on r.id = a.renewal_id where c.status = 'captured' and r.status <> 'paid' and a.status <> 'returned'
      and c.amount > (select coalesce(sum(f.amount), 0) from demo_payment_refund f where f.charge_id = c.id)`,
  "a card that has paid an order that somebody else paid, too": `
    select a.renewal_id from demo_payment_charge c join billing_charge_attempt a on a.idempotency_key = c.idempotency_key
    where a.status = 'returned'
      and c.amount > (select coalesce(sum(f.amount), 0) from demo_payment_refund f where f.charge_id = c.id)`,
  "an issued renewal whose events were not written, or twice": `
    select r.id from billing_renewal r left join service_core_outbox_event e
      on e.name = 'billing.renewal.issued' and e.data ->> 'id' = r.id
    where r.status not in ('skipped', 'preparing') group by r.id having count(e.id) <> 1`,
  "an order that was announced twice, or not": `
    select r.id from billing_renewal r left join service_core_outbox_event e
      on e.name = 'order.placed' and e.data ->> 'id' = r.order_id
    where r.order_id is not null group by r.id having count(e.id) <> 1`,
  "a payment or an invoice that was reported twice": `
    select e.name, e.data ->> 'id' from service_core_outbox_event e
    where e.name in ('billing.renewal.paid', 'billing.invoice.issued') and not exists (select 1
      from billing_payment_return b where b.order_id = e.data ->> 'order_id') group by 1, 2 having count(*) > 1`,
  "a claim that nobody gave back": `
    select id from billing_subscription where claimed_by is not null
    union select id from billing_renewal where claimed_by is not null`,
  "a run that did not end": `select id from billing_run where status in ('queued', 'running')`,
  "an event that was not dispatched": `select id from service_core_outbox_event where dispatched_at is null`,
}

/** All checks in one statement, which a connection plans once: planning them takes longer than running them. */
const ALL = Object.entries(FAULTS)
  .map(
    ([name, sql]) =>
      `select '${name.replaceAll("'", "''")}' as name, (select to_jsonb(f) from (${sql}) f limit 1) as first`,
  )
  .join(" union all ")

interface Connections {
  acquireConnection: () => Promise<Connection>
  releaseConnection: (connection: Connection) => Promise<void>
}

interface Connection {
  query: (named: { name: string; text: string }) => Promise<{ rows: { name: string; first: object | null }[] }>
}

/** Runs every check on the database itself; returns the names of those that found something, with the first row. */
export async function findBillingFaults(knex: Knex): Promise<string[]> {
  const connections: Connections = knex.client
  const connection = await connections.acquireConnection()
  try {
    const { rows } = await connection.query({ name: "billing-faults", text: ALL })
    return rows.flatMap(({ name, first }) => (first === null ? [] : `${name}: ${JSON.stringify(first)}`))
  } finally {
    await connections.releaseConnection(connection)
  }
}
