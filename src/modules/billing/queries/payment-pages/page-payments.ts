import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** Payment sessions that a payment page began: billing runs and storefronts make theirs under other ids. */
export const PAGE_SESSION_PREFIX = "payses_page"

/** By which a payment session's context, or a payment collection's metadata, says for which invoice it is paid. */
export const PAID_FOR = "billing_invoice_id"

/** What was captured on an order by payments that were made for one of its invoices, by the invoice. By index. */
export async function capturedFor(knex: Knex, orderId: string): Promise<Map<string, Decimal>> {
  const { rows } = await knex.raw<{ rows: { invoice_id: string; captured: Decimal }[] }>(
    `select x.invoice_id, sum(x.captured)::text as captured from (
       select ${PAID_FOR_OF} as invoice_id, (c.raw_amount ->> 'value')::numeric as captured
       from order_payment_collection l
       join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
       join capture c on c.payment_id = p.id and c.deleted_at is null
       where l.order_id = ? and l.deleted_at is null) x
     where x.invoice_id is not null group by x.invoice_id`,
    [orderId],
  )
  return new Map(rows.map(({ invoice_id, captured }) => [invoice_id, captured]))
}

/** For which invoice the payment `p` was made, in a statement; null: for none in particular. */
export const PAID_FOR_OF = `coalesce((select s.context ->> '${PAID_FOR}' from payment_session s where s.id = p.payment_session_id),
  (select k.metadata ->> '${PAID_FOR}' from payment_collection k where k.id = p.payment_collection_id))`

/** The invoice that a payment was made for; null: none in particular. */
export async function invoicePaidBy(knex: Knex, paymentId: string): Promise<string | null> {
  const { rows } = await knex.raw<{ rows: { id: string | null }[] }>(
    `select ${PAID_FOR_OF} as id from payment p where p.id = ?`,
    [paymentId],
  )
  return rows[0]?.id ?? null
}

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

/** A payment of a page by which its customer wants the renewals to be charged, too. */
export interface MethodToKeep {
  session_id: string
  provider_id: string
  status: string
  data: Record<string, unknown>
  subscription_id: string
  customer_id: string
}

/**
 * The latest payment of an order's page that was made to be saved, for the subscription of the same customer. undefined: there
 * is none, it was kept, or another method has taken its place since.
 */
export async function methodToKeep(knex: Knex, orderId: string): Promise<MethodToKeep | undefined> {
  const { rows } = await knex.raw<{ rows: MethodToKeep[] }>(
    `select s.id as session_id, s.provider_id, s.status, s.data, b.id as subscription_id, b.customer_id
     from billing_invoice i
     join billing_subscription b on b.id = i.subscription_id and b.customer_id = i.customer_id and b.deleted_at is null
       and b.status not in ('canceled', 'expired')
     join order_payment_collection l on l.order_id = i.order_id and l.deleted_at is null
     join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
     join payment_session s on s.id = p.payment_session_id
     where i.order_id = ? and i.kind = 'invoice' and i.deleted_at is null and starts_with(s.id, ?)
       and s.context ->> 'saves_for' = b.customer_id
       and coalesce((select max(e.created_at) from service_core_timeline_entry e where e.subject_id = b.id
         and e.subject = 'subscription' and e.type = 'payment_method_changed' and e.deleted_at is null), p.created_at) <= p.created_at
     order by p.created_at desc limit 1`,
    [orderId, PAGE_SESSION_PREFIX],
  )
  return rows[0]
}

/** Writes the day on which a payment of an invoice's page was found to be at the customer's bank; null: none is there. */
export async function writeProcessing(trx: Knex, invoiceId: string, on: CivilDate | null): Promise<void> {
  await trx("billing_invoice_payment").where({ invoice_id: invoiceId }).update({ processing_on: on })
}

/** What is overdue of an invoice begins with a date, as the debit that was to pay it has failed. An earlier date stays behind. */
export async function dunInvoiceFrom(trx: Knex, invoiceId: string, from: CivilDate): Promise<void> {
  await trx("billing_renewal")
    .where({ invoice_id: invoiceId })
    .whereIn("status", ["issued", "failed"])
    .whereNull("deleted_at")
    .whereRaw("coalesce(dunning_from, due_on) < ?", [from])
    .update({ dunning_from: from, updated_at: trx.fn.now() })
}

/** Invoices whose payment is at a bank and was not asked about on this day yet: they are taken, so that one process asks. */
export async function claimProcessingInvoices(
  knex: Knex,
  { asOf, limit }: { asOf: CivilDate; limit: number },
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { invoice_id: string }[] }>(
    `update billing_invoice_payment set processing_on = :asOf where invoice_id in (
       select invoice_id from billing_invoice_payment where processing_on < :asOf and deleted_at is null
       order by processing_on, invoice_id limit :limit for update skip locked)
     returning invoice_id`,
    { asOf, limit },
  )
  return rows.map(({ invoice_id }) => invoice_id)
}

/** The invoice that a payment of its page pays, while that is at the customer's bank. */
export async function processingInvoiceOf(knex: Knex, sessionId: string): Promise<string | undefined> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select p.invoice_id as id from payment_session s
       cross join lateral (select l.order_id from order_payment_collection l
         where l.payment_collection_id = s.payment_collection_id and l.deleted_at is null offset 0) l
       cross join lateral (select i.id from billing_invoice i
         where i.order_id = l.order_id and i.deleted_at is null
           and i.id = coalesce(s.context ->> '${PAID_FOR}', i.id) offset 0) i
       cross join lateral (select p.invoice_id from billing_invoice_payment p
         where p.invoice_id = i.id and p.processing_on is not null and p.deleted_at is null offset 0) p
     where s.id = ? and starts_with(s.id, ?) limit 1`,
    [sessionId, PAGE_SESSION_PREFIX],
  )
  return rows[0]?.id
}

/**
 * The payment session of a provider's reference of which Medusa has no payment yet: of a renewal's open attempt, or of a payment of a
 * page that is at its customer's bank.
 */
export async function sessionInDoubtOf(
  knex: Knex,
  { providerId, reference }: { providerId: string; reference: string },
): Promise<string | undefined> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select a.payment_session_id as id from billing_charge_attempt a
     where a.provider_reference = :reference and a.payment_provider_id = :providerId and a.deleted_at is null
       and a.status in ('started', 'unknown', 'processing', 'requires_action')
     union all
     select s.id from billing_invoice_payment p
       cross join lateral (select i.order_id from billing_invoice i where i.id = p.invoice_id offset 0) i
       cross join lateral (select l.payment_collection_id from order_payment_collection l
         where l.order_id = i.order_id and l.deleted_at is null offset 0) l
       cross join lateral (select s.id, s.provider_id, s.data from payment_session s
         where s.payment_collection_id = l.payment_collection_id and s.deleted_at is null offset 0) s
     where p.processing_on is not null and p.deleted_at is null
       and s.provider_id = :providerId and s.data ->> 'id' = :reference
     limit 1`,
    { reference, providerId },
  )
  return rows[0]?.id
}
