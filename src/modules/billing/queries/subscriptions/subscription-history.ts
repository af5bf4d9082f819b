import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChargeStatus, InvoiceKind, InvoicePaymentStatus, RenewalStatus } from "../../../../rules/billing"
import { timelineOf, type RecordedEvent } from "../../../core"
import type { Decimal } from "../../../../rules/money"
import type { ReminderRow } from "../reminders/reminder-row"
import { remindersOfSubscriptionRecord } from "../reminders/list-reminders"
import { correctionsOfInvoices, type InvoiceCorrectionRecord } from "../invoices/read-invoices"

export interface RecordedAttempt {
  id: string
  renewal_id: string
  number: number
  status: ChargeStatus
  reason: string | null
  amount: Decimal
  currency_code: string
  payment_provider_id: string
  as_of: string
  finished_at: Date | null
}

export interface RecordedRenewal {
  id: string
  cycle: number
  period_start: string
  period_end: string
  due_on: string
  status: RenewalStatus
  reason: string | null
  order_id: string | null
  invoice_id: string | null
  currency_code: string
  total: Decimal | null
  collect_on: string | null
  attempts: RecordedAttempt[]
}

export interface RecordedInvoice {
  id: string
  kind: InvoiceKind
  number: string
  order_id: string
  subscription_id: string | null
  renewal_id: string | null
  issued_on: string
  due_on: string
  currency_code: string
  subtotal: Decimal
  tax_total: Decimal
  total: Decimal
  payment: { status: InvoicePaymentStatus; paid_total: Decimal; refunded_total: Decimal; paid_on: string | null } | null
  corrections: InvoiceCorrectionRecord[]
}

export interface SubscriptionHistory {
  renewals: RecordedRenewal[]
  invoices: RecordedInvoice[]
  events: RecordedEvent[]
  /** Messages to the customer that were sent, or could not be. */
  reminders: ReminderRow[]
}

/** A subscription's history, the latest first; `first_order_id` is the order that created it. */
export async function subscriptionHistory(
  knex: Knex,
  { id, order_id }: { id: string; order_id: string },
): Promise<SubscriptionHistory> {
  const [renewals, attempts, invoices, events, reminders] = await Promise.all([
    renewalsOf(knex, id),
    attemptsOf(knex, id),
    invoicesOf(knex, { id, order_id }),
    timelineOf(knex, { subject: "subscription", id }),
    remindersOfSubscriptionRecord(knex, id),
  ])
  return {
    renewals: renewals.map((renewal) => ({
      ...renewal,
      attempts: attempts.filter((attempt) => attempt.renewal_id === renewal.id),
    })),
    invoices,
    events,
    reminders,
  }
}

const renewalsOf = (knex: Knex, id: string): Promise<Omit<RecordedRenewal, "attempts">[]> =>
  knex("billing_renewal")
    .select(
      "id",
      "cycle",
      "period_start",
      "period_end",
      "due_on",
      "status",
      "reason",
      "order_id",
      "invoice_id",
      "currency_code",
      "total",
      "collect_on",
    )
    .where("subscription_id", id)
    .whereNull("deleted_at")
    .orderBy("cycle", "desc")

const attemptsOf = (knex: Knex, id: string): Promise<RecordedAttempt[]> =>
  knex("billing_charge_attempt")
    .select(
      "id",
      "renewal_id",
      "number",
      "status",
      "reason",
      "amount",
      "currency_code",
      "payment_provider_id",
      "as_of",
      "finished_at",
    )
    .where("subscription_id", id)
    .whereNull("deleted_at")
    .orderBy("number", "desc")

/** The invoices of its renewals and of its first order, each with its payment state. */
async function invoicesOf(knex: Knex, { id, order_id }: { id: string; order_id: string }): Promise<RecordedInvoice[]> {
  const rows: (Omit<RecordedInvoice, "payment" | "corrections"> & {
    status: InvoicePaymentStatus | null
    paid_total: Decimal | null
    refunded_total: Decimal | null
    paid_on: string | null
  })[] = await knex("billing_invoice as i")
    .leftJoin("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .select(
      "i.id",
      "i.kind",
      "i.number",
      "i.order_id",
      "i.subscription_id",
      "i.renewal_id",
      "i.issued_on",
      "i.due_on",
      "i.currency_code",
      "i.subtotal",
      "i.tax_total",
      "i.total",
      "p.status",
      "p.paid_total",
      "p.refunded_total",
      "p.paid_on",
    )
    .where((of) => of.where("i.subscription_id", id).orWhere("i.order_id", order_id))
    .whereNull("i.deleted_at")
    .orderBy("i.sequence", "desc")
  const corrections = await correctionsOfInvoices(
    knex,
    rows.map((row) => row.id),
  )
  return rows.map(({ status, paid_total, refunded_total, paid_on, ...invoice }) => ({
    ...invoice,
    payment: status ? { status, paid_total: paid_total ?? "0", refunded_total: refunded_total ?? "0", paid_on } : null,
    corrections: corrections.get(invoice.id) ?? [],
  }))
}
