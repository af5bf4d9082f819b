import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReminderStatus, ReminderTemplate } from "../../../../rules/billing"
import { SHARED_RENEWALS } from "../renewals/renewal-groups"
import type { ReminderRow } from "./reminder-row"

export interface ReminderFilters {
  status?: ReminderStatus[]
  template?: ReminderTemplate[]
  subscription_id?: string
  invoice_id?: string
  customer_id?: string
}

/** Of a subscription: its own, and those of invoices that it shares with others. By index. */
const IS_OF = `id = any(array(
  select own.id from billing_reminder own where own.subscription_id = any(:subscriptionIds) and own.deleted_at is null
  union
  select b.id from (${SHARED_RENEWALS}) shared join billing_reminder b on b.invoice_id = shared.invoice_id
    and b.deleted_at is null))`

/** One page of reminders, the latest first, and how many there are in all. */
export async function listReminders(
  knex: Knex,
  { status, template, subscription_id, ...ids }: ReminderFilters,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ reminders: ReminderRow[]; count: number }> {
  const matching = knex("billing_reminder").whereNull("deleted_at")
  for (const [column, value] of Object.entries(ids)) {
    if (value) {
      void matching.where(column, value)
    }
  }
  if (subscription_id) {
    void matching.whereRaw(IS_OF, { subscriptionIds: [subscription_id] })
  }
  if (status?.length) {
    void matching.whereIn("status", status)
  }
  if (template?.length) {
    void matching.whereIn("template", template)
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("id as count")
  const reminders: ReminderRow[] = await matching.clone().select("*").orderBy("id", "desc").limit(limit).offset(offset)
  return { reminders, count: Number(counted?.count ?? 0) }
}

/** A reminder; null where there is none. */
export async function findReminder(knex: Knex, id: string): Promise<ReminderRow | null> {
  const row = await knex("billing_reminder").where({ id }).whereNull("deleted_at").first<ReminderRow | undefined>("*")
  return row ?? null
}

/** What was sent of a subscription, and what could not be, the latest first. */
export async function remindersOfSubscriptionRecord(knex: Knex, subscriptionId: string): Promise<ReminderRow[]> {
  return knex("billing_reminder")
    .whereRaw(IS_OF, { subscriptionIds: [subscriptionId] })
    .whereIn("status", ["sent", "failed"])
    .whereNull("deleted_at")
    .orderBy("id", "desc")
}
