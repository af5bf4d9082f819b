import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  RemindedAttemptColumns,
  RemindedInvoiceColumns,
  RemindedSubscriptionColumns,
} from "../../../../rules/billing"
import { PAID_FOR_OF } from "../payment-pages/page-payments"

/** The day of the latest entry of a type in a subscription's time line, for those that have been stopped. */
const DAY_OF = (type: string): string => `case when s.status in ('suspended', 'canceled') then
  (select e.as_of from service_core_timeline_entry e where e.subject_id = s.id and e.subject = 'subscription'
     and e.type = '${type}' and e.deleted_at is null order by e.created_at desc limit 1) end`

/** What reminders of these subscriptions are decided on. */
export async function remindedSubscriptions(knex: Knex, ids: string[]): Promise<RemindedSubscriptionColumns[]> {
  if (!ids.length) {
    return []
  }
  return knex("billing_subscription as s")
    .select(
      "s.*",
      knex.raw(`coalesce(s.period_start, (select e.as_of from service_core_timeline_entry e where e.subject_id = s.id
        and e.subject = 'subscription' and e.deleted_at is null order by e.created_at limit 1)) as started_on`),
      knex.raw(`${DAY_OF("suspended")} as suspended_on`),
      knex.raw(`${DAY_OF("terminated")} as terminated_on`),
      knex.raw(`exists (select 1 from billing_subscription_change c where c.subscription_id = s.id
        and c.status = 'scheduled' and c.deleted_at is null) as is_to_change`),
      knex.raw(`(select jsonb_build_object('id', p.id, 'status', p.status, 'tell_on', p.tell_on,
        'effective_on', p.effective_on, 'answer_until', p.answer_until) from billing_price_change p
        where p.subscription_id = s.id and p.status in ('announced', 'asked', 'accepted')
          and p.deleted_at is null) as price_change`),
    )
    .whereIn("s.id", ids)
    .whereNull("s.deleted_at")
}

/** The return `b` is of a payment that was made for the invoice `i`, or for none in particular, and `i` is the order's own. */
export const IS_RETURN_OF = `coalesce((select ${PAID_FOR_OF} = i.id from payment p where p.id = b.payment_id), i.change_id is null)`

/** What reminders of these invoices and credit notes are decided on. */
export async function remindedInvoices(knex: Knex, ids: string[]): Promise<RemindedInvoiceColumns[]> {
  if (!ids.length) {
    return []
  }
  return knex("billing_invoice as i")
    .leftJoin("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .select(
      "i.id",
      "i.kind",
      "i.issued_on",
      "i.renewal_id",
      "i.subscription_id",
      "i.customer_id",
      "p.status",
      "p.paid_on",
      "p.paid_total",
      knex.raw("coalesce(p.due_on, i.due_on) as due_on"),
      knex.raw("i.document -> 'payment_terms' ->> 'collection_method' as collection_method"),
      // An exchange settles what it adds with what comes back.
      knex.raw(`i.change_id is not null and (
        exists (select 1 from order_change c where c.id = i.change_id and c.change_type = 'edit'
          and c.deleted_at is null offset 0)
        or exists (select 1 from billing_invoice_correction k where k.id = i.change_id
          and k.cause not in ('exchanged', 'claimed', 'returned') and k.deleted_at is null offset 0)) as is_of_edit`),
      knex.raw(`p.processing_on is not null or exists (select 1 from billing_renewal r where r.id = i.renewal_id and r.deleted_at is null
        and (r.collect_on is not null or exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id
          and a.status in ('started', 'unknown', 'processing') and a.deleted_at is null))) as is_being_collected`),
      knex.raw(`case when i.kind = 'invoice' then (
        select jsonb_build_object('id', b.id, 'on', b.as_of) from billing_payment_return b
        where b.order_id = i.order_id and b.reinstated_on is null and b.deleted_at is null and ${IS_RETURN_OF}
        order by b.created_at desc, b.id limit 1) end as returned`),
    )
    .whereIn("i.id", ids)
    .whereNull("i.deleted_at")
}

/** The latest attempt to collect each of these renewals. */
export async function remindedAttempts(knex: Knex, renewalIds: string[]): Promise<RemindedAttemptColumns[]> {
  if (!renewalIds.length) {
    return []
  }
  return knex("billing_charge_attempt as a")
    .join("billing_renewal as r", "r.id", "a.renewal_id")
    .join("billing_subscription as s", "s.id", "r.subscription_id")
    .distinctOn("a.renewal_id")
    .select(
      "a.renewal_id",
      "a.number",
      "a.status",
      "a.reason",
      "a.as_of",
      "a.payment_method",
      "r.status as renewal_status",
      "r.due_on",
      "r.collect_on",
      "r.invoice_id",
      "r.subscription_id",
      "s.customer_id",
    )
    .whereIn("a.renewal_id", renewalIds)
    .whereNull("a.deleted_at")
    .orderBy([{ column: "a.renewal_id" }, { column: "a.number", order: "desc" }])
}
