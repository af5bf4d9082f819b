import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import { followLeads } from "../renewals/renewal-groups"
import type { InvoiceKind, InvoicePaymentStatus, RenewalStatus } from "../../../../rules/billing"

/** An invoice with what its due date is moved by. */
export interface InvoiceDue {
  id: string
  order_id: string
  number: string
  issued_on: CivilDate
  /** The date that counts. */
  due_on: CivilDate
  status: InvoicePaymentStatus
  renewal: {
    id: string
    subscription_id: string
    status: RenewalStatus
    collect_on: CivilDate | null
    is_under_way: boolean
  } | null
}

/** An invoice, with the renewal that it is of. */
export async function readInvoiceDue(knex: Knex, id: string): Promise<InvoiceDue | undefined> {
  const { rows } = await knex.raw<{ rows: (InvoiceDue & { kind: InvoiceKind })[] }>(
    `select i.id, i.kind, i.order_id, i.number, i.issued_on, p.due_on, p.status,
       (select jsonb_build_object('id', r.id, 'subscription_id', r.subscription_id, 'status', r.status,
          'collect_on', r.collect_on, 'is_under_way', exists (select 1 from billing_charge_attempt a
            where a.renewal_id = r.id and a.deleted_at is null and a.status in ('started', 'unknown', 'processing')))
        from billing_renewal r where r.invoice_id = i.id and r.billed_with is null and r.deleted_at is null) as renewal
     from billing_invoice i join billing_invoice_payment p on p.invoice_id = i.id
     where i.id = ?`,
    [id],
  )
  const [found] = rows
  return found?.kind === "invoice" ? found : undefined
}

/** Moves the date by which an invoice is to be paid; false where it is not the date that was read. */
export async function moveInvoiceDue(
  trx: Knex,
  { id, from, to }: { id: string; from: CivilDate; to: CivilDate },
): Promise<boolean> {
  const changed = await trx("billing_invoice_payment")
    .where({ invoice_id: id, due_on: from })
    .update({ due_on: to, updated_at: trx.fn.now() })
  return changed === 1
}

/** Has dunning count from another date. One that was to be charged is charged on that date. */
export async function moveRenewalDue(
  trx: Knex,
  { id, to, isCharged }: { id: string; to: CivilDate; isCharged: boolean },
): Promise<void> {
  await trx("billing_renewal")
    .where({ id })
    .update({ dunning_from: to, updated_at: trx.fn.now(), ...(isCharged ? { collect_on: to } : {}) })
  await followLeads(trx, [id])
}

/** Has a renewal tried again that was left to its customer. */
export async function planTry(trx: Knex, { id, on }: { id: string; on: CivilDate }): Promise<void> {
  await trx("billing_renewal")
    .where({ id, status: "failed" })
    .whereNull("collect_on")
    .update({ collect_on: on, updated_at: trx.fn.now() })
  await followLeads(trx, [id])
}
