import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChargeStatus, InvoiceDocument, InvoiceKind, InvoicePaymentStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** An invoice with all that says what is owed of it, and by what it can be paid. */
export interface InvoiceToPay {
  id: string
  kind: InvoiceKind
  number: string
  order_id: string
  renewal_id: string | null
  subscription_id: string | null
  customer_id: string | null
  due_on: CivilDate
  currency_code: string
  total: Decimal
  document: InvoiceDocument
  status: InvoicePaymentStatus
  paid_total: Decimal
  /** Of that, what was given back, or taken back by the payer's bank. */
  refunded_total: Decimal
  paid_on: CivilDate | null
  /** A payment begun on the page is at the customer's bank: the day on which it was asked about last. */
  processing_on: CivilDate | null
  is_order_canceled: boolean
  /** The order's own, exact. null: Medusa keeps none. */
  order_total: Decimal | null
  region_id: string | null
  payment_collection_id: string | null
  /** What the account still asks for. */
  open_total: Decimal
  /** All that payments of the order have taken, and what of it the accounts of the order's invoices have heard. */
  captured: Decimal
  heard: Decimal
  /** Whether what it is paid with may become its subscription's method: of its own customer, who has a log-in. */
  can_save: boolean
  /** The billing run's open attempt to charge it. */
  attempt: {
    id: string
    status: ChargeStatus
    amount: Decimal
    payment_provider_id: string
    payment_session_id: string | null
  } | null
}

const OPEN_ATTEMPTS = ["started", "unknown", "processing", "requires_action"]

/** Reads one invoice in one statement, all by index; undefined: there is none that asks for money. */
export async function readInvoiceToPay(knex: Knex, id: string): Promise<InvoiceToPay | undefined> {
  const { rows } = await knex.raw<{ rows: InvoiceToPay[] }>(
    `select i.id, i.kind, i.number, i.order_id, i.renewal_id, i.subscription_id, i.customer_id, p.due_on, i.currency_code,
       i.total::text as total, i.document, p.status, p.paid_total::text as paid_total, p.refunded_total::text as refunded_total, p.open_total::text as open_total, p.paid_on, p.processing_on,
       coalesce(o.status = 'canceled' or o.canceled_at is not null, false) as is_order_canceled, o.region_id,
       (select coalesce(s.totals -> 'raw_current_order_total' ->> 'value', s.totals ->> 'current_order_total')
        from order_summary s where s.order_id = o.id and s.version = o.version and s.deleted_at is null
        limit 1) as order_total,
       (select c.id from order_payment_collection l join payment_collection c on c.id = l.payment_collection_id
        where l.order_id = i.order_id and l.deleted_at is null and c.deleted_at is null and c.status <> 'canceled'
        order by c.status = 'completed', c.created_at desc, c.id desc limit 1) as payment_collection_id,
       coalesce((select sum((k.raw_amount ->> 'value')::numeric) from order_payment_collection l
          join payment y on y.payment_collection_id = l.payment_collection_id and y.deleted_at is null
          join capture k on k.payment_id = y.id and k.deleted_at is null
          where l.order_id = i.order_id and l.deleted_at is null), 0)::text as captured,
       (select sum(q.paid_total) from billing_invoice j join billing_invoice_payment q on q.invoice_id = j.id
        where j.order_id = i.order_id and j.kind = 'invoice' and j.deleted_at is null)::text as heard,
       exists (select 1 from billing_subscription b join customer c on c.id = b.customer_id and c.deleted_at is null
         where b.id = i.subscription_id and b.customer_id = i.customer_id and c.has_account and b.deleted_at is null
           and b.status not in ('canceled', 'expired')) as can_save,
       (select jsonb_build_object('id', a.id, 'status', a.status, 'amount', a.amount::text, 'payment_provider_id', a.payment_provider_id,
            'payment_session_id', a.payment_session_id)
        from billing_charge_attempt a
        where a.renewal_id = i.renewal_id and a.status = any(:open) and a.deleted_at is null
        order by a.number desc limit 1) as attempt
     from billing_invoice i
     join billing_invoice_payment p on p.invoice_id = i.id and p.deleted_at is null
     left join "order" o on o.id = i.order_id and o.deleted_at is null
     where i.id = :id and i.deleted_at is null`,
    { id, open: OPEN_ATTEMPTS },
  )
  const [found] = rows
  return found?.kind === "invoice" ? found : undefined
}
