import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ChargeStatus, RenewalStatus } from "../../../../rules/billing"
import { timelineOf, type RecordedEvent } from "../../../core"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { readInvoiceHeads, type InvoiceHead } from "../invoices/read-invoices"
import { sharedOrdersOf } from "../renewals/renewal-groups"
import type { ReminderRow } from "../reminders/reminder-row"
import { remindersOfSubscriptionRecord } from "../reminders/list-reminders"

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
  dunning_from: string | null
  status: RenewalStatus
  reason: string | null
  order_id: string | null
  invoice_id: string | null
  currency_code: string
  total: Decimal | null
  collect_on: string | null
  attempts: RecordedAttempt[]
}

export type RecordedInvoice = Omit<InvoiceHead, "change_id" | "customer_id" | "corrects_invoice_id" | "created_at">

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
  { id, order_id }: { id: string; order_id: string | null },
  asOf: CivilDate,
): Promise<SubscriptionHistory> {
  const [renewals, attempts, invoices, events, reminders] = await Promise.all([
    renewalsOf(knex, id),
    attemptsOf(knex, id),
    invoicesOf(knex, { id, order_id }, asOf),
    timelineOf(knex, { subject: "subscription", id }),
    remindersOfSubscriptionRecord(knex, id),
  ])
  return {
    renewals: renewals.map(({ billed_with, ...renewal }) => ({
      ...renewal,
      attempts: attempts.filter((attempt) => attempt.renewal_id === (billed_with ?? renewal.id)),
    })),
    invoices,
    events,
    reminders,
  }
}

type RenewalOfHistory = Omit<RecordedRenewal, "attempts"> & { billed_with: string | null }

const renewalsOf = (knex: Knex, id: string): Promise<RenewalOfHistory[]> =>
  knex("billing_renewal")
    .select(
      "id",
      "cycle",
      "period_start",
      "period_end",
      "due_on",
      "dunning_from",
      "status",
      "reason",
      "order_id",
      "invoice_id",
      "currency_code",
      "total",
      "collect_on",
      "billed_with",
    )
    .where("subscription_id", id)
    .whereNull("deleted_at")
    .orderBy("cycle", "desc")

/** Also of invoices that are collected by another subscription's renewal. By index. */
async function attemptsOf(knex: Knex, id: string): Promise<RecordedAttempt[]> {
  const leads: string[] = await knex("billing_renewal")
    .where("subscription_id", id)
    .whereNotNull("billed_with")
    .whereNull("deleted_at")
    .pluck("billed_with")
  const beside = leads.length ? await attempts(knex).whereIn("renewal_id", leads) : []
  return [...(await attempts(knex).where("subscription_id", id)), ...beside]
}

const attempts = (knex: Knex): Knex.QueryBuilder<RecordedAttempt, RecordedAttempt[]> =>
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
    .whereNull("deleted_at")
    .orderBy("number", "desc")

/** The invoices of its renewals and of its first order, each with its account; their credit notes among them. */
async function invoicesOf(
  knex: Knex,
  { id, order_id }: { id: string; order_id: string | null },
  asOf: CivilDate,
): Promise<RecordedInvoice[]> {
  const orders = [order_id, ...(await sharedOrdersOf(knex, id))]
  const ids: string[] = await knex("billing_invoice")
    .where((of) => of.where("subscription_id", id).orWhereIn("order_id", orders))
    .whereNull("deleted_at")
    .orderBy([
      { column: "issued_on", order: "desc" },
      { column: "created_at", order: "desc" },
      { column: "number", order: "desc" },
    ])
    .pluck("id")
  const heads = await readInvoiceHeads(knex, ids, asOf)
  return heads.map(
    ({ change_id: _change, customer_id: _customer, corrects_invoice_id: _corrected, created_at: _at, ...invoice }) =>
      invoice,
  )
}
