import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReturnReason } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"
import { followLeads } from "../renewals/renewal-groups"

/** A payment that a provider speaks of by its own id. */
export interface PaymentOfReference {
  payment_id: string
  order_id: string
  /** What is left of it: captured, less what was given back, and taken back before under another reference. */
  kept: Decimal
  currency_code: string
  /** The billing run's attempt that made it; null: the customer has paid. */
  attempt_id: string | null
}

/**
 * The payment of a provider's reference, by index; undefined: it is of no invoice of this store. Several providers may know one id,
 * so the provider is asked for, too. `of`: the reference of the return that is asked about.
 */
export async function findPaymentOfReference(
  knex: Knex,
  { providerId, reference, of }: { providerId: string; reference: string; of: string },
): Promise<PaymentOfReference | undefined> {
  const { rows } = await knex.raw<{ rows: PaymentOfReference[] }>(
    `select p.id as payment_id, l.order_id, p.currency_code, a.id as attempt_id,
       ((select coalesce(sum(c.amount), 0) from capture c where c.payment_id = p.id and c.deleted_at is null)
         - (select coalesce(sum(f.amount), 0) from refund f where f.payment_id = p.id and f.deleted_at is null)
         - (select coalesce(sum(b.amount), 0) from billing_payment_return b where b.payment_id = p.id
           and b.reference <> ? and b.reinstated_on is null and b.deleted_at is null))::text as kept
     from payment p
     join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
     left join billing_charge_attempt a on a.provider_reference = ? and a.payment_session_id = p.payment_session_id
       and a.deleted_at is null
     where p.data ->> 'id' = ? and p.provider_id = ? and p.deleted_at is null
       and exists (select 1 from billing_invoice i where i.order_id = l.order_id and i.kind = 'invoice'
         and i.change_id is null and i.deleted_at is null offset 0)
     order by p.created_at limit 1`,
    [of, reference, reference, providerId],
  )
  return rows[0]
}

export interface NewPaymentReturn {
  id: string
  payment_id: string
  reference: string
  order_id: string
  reason: ReturnReason
  code: string | null
  amount: Decimal
  currency_code: string
  as_of: CivilDate
  reinstated_on: CivilDate | null
}

/** Writes that a payment was taken back; false where that is known already. */
export async function insertPaymentReturn(trx: Knex, { amount, ...row }: NewPaymentReturn): Promise<boolean> {
  const rows: { id: string }[] = await trx("billing_payment_return")
    .insert({ ...row, ...amountColumns("amount", amount) })
    .onConflict("id")
    .ignore()
    .returning("id")
  return rows.length > 0
}

/** Writes that the money of a return came back; false where none is open. */
export async function reinstatePaymentReturn(trx: Knex, id: string, on: CivilDate): Promise<boolean> {
  const changed = await trx("billing_payment_return")
    .where({ id })
    .whereNull("reinstated_on")
    .update({ reinstated_on: on, updated_at: trx.fn.now() })
  return changed === 1
}

/** Money of an order's payment that was taken back and has not come back. */
export interface OpenReturn {
  payment_id: string
  order_id: string
  amount: Decimal
  currency_code: string
  as_of: CivilDate
}

/** What is taken back of an order's payments, the earliest first. */
export const openReturnsOf = (knex: Knex, orderId: string): Promise<OpenReturn[]> =>
  openReturns(knex, { order_id: orderId })

/** What is taken back of one payment, the earliest first. */
export const openReturnsOfPayment = (knex: Knex, paymentId: string): Promise<OpenReturn[]> =>
  openReturns(knex, { payment_id: paymentId })

async function openReturns(knex: Knex, of: { order_id: string } | { payment_id: string }): Promise<OpenReturn[]> {
  return knex("billing_payment_return")
    .where(of)
    .whereNull("reinstated_on")
    .whereNull("deleted_at")
    .orderBy(["as_of", "id"])
    .select("payment_id", "order_id", "amount", "currency_code", "as_of")
}

/** What a return has entered into the accounts of its order's invoices, by invoice; as much comes back with it. */
export async function enteredByReturn(trx: Knex, id: string): Promise<Map<string, Decimal>> {
  const rows: { invoice_id: string; amount: Decimal }[] = await trx("billing_invoice_entry")
    .where({ source: "return", source_id: id, kind: "refund" })
    .whereNull("deleted_at")
    .groupBy("invoice_id")
    .select("invoice_id", trx.raw("sum(amount)::text as amount"))
  return new Map(rows.map(({ invoice_id, amount }) => [invoice_id, amount]))
}

/**
 * What came of a recorded return; `taken`: what left, null where its reinstatement overtook it, so that nothing did. null: it
 * is not recorded.
 */
export async function stateOfReturn(
  knex: Knex,
  id: string,
): Promise<{ taken: Decimal | null; isReinstated: boolean } | null> {
  const { rows } = await knex.raw<{ rows: { taken: Decimal | null; isReinstated: boolean }[] }>(
    `select b.reinstated_on is not null as "isReinstated",
       case when exists (select 1 from billing_invoice_entry e join billing_invoice i on i.id = e.invoice_id
         where i.order_id = b.order_id and e.source = 'return' and e.source_id = b.id and e.kind = 'refund')
       then b.amount::text end as taken
     from billing_payment_return b where b.id = ?`,
    [id],
  )
  return rows[0] ?? null
}

/** Marks a paid attempt as taken back, or as paid again. */
export async function markAttemptReversed(
  trx: Knex,
  id: string,
  { reason, isReversed }: { reason: string | null; isReversed: boolean },
): Promise<void> {
  const one = trx("billing_charge_attempt as t").where({ "t.id": id, "t.status": isReversed ? "paid" : "reversed" })
  if (!isReversed) {
    // Another attempt may have been made meanwhile.
    void one.whereRaw(`not exists (select 1 from billing_charge_attempt a where a.renewal_id = t.renewal_id
      and a.status in ('started', 'unknown', 'requires_action', 'processing', 'paid') and a.deleted_at is null)`)
  }
  await one.update({ status: isReversed ? "reversed" : "paid", reason, updated_at: trx.fn.now() })
}

/** A paid renewal is owed again: a payment of it was taken back. False where it was not paid. */
export async function reopenRenewal(
  trx: Knex,
  { id, reason, from, collectOn }: { id: string; reason: string; from: CivilDate; collectOn: CivilDate | null },
): Promise<boolean> {
  const changed = await trx("billing_renewal")
    .where({ id, status: "paid" })
    .update({ status: "failed", reason, dunning_from: from, collect_on: collectOn, updated_at: trx.fn.now() })
  await followLeads(trx, [id])
  return changed === 1
}
