import { model } from "@medusajs/framework/utils"
import { REMINDER_STATUSES, REMINDER_SUBJECTS } from "../../../rules/billing/reminders/reminder"

/**
 * A message to a customer (B37), once per step of a fact: the unique index says so. Medusa's own idempotency key does not
 * hold after a failure, so each attempt has a key of its own, `id:attempts`.
 */
export const Reminder = model
  .define("billing_reminder", {
    id: model.id({ prefix: "brem" }).primaryKey(),
    template: model.text(),
    subject: model.enum([...REMINDER_SUBJECTS]),
    subject_id: model.text(),
    /** Which of several on one fact. */
    step: model.text(),
    /** The date of the fact. */
    on_date: model.text(),
    subscription_id: model.text().nullable(),
    invoice_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    status: model.enum([...REMINDER_STATUSES]).default("waiting"),
    /** Why it was not sent. */
    reason: model.text().nullable(),
    /** The business date on which it came due. */
    as_of: model.text(),
    /** How often it was handed to the provider; the number is part of the key. */
    attempts: model.number().default(0),
    /** Up to which attempt it is known what came of each. */
    settled_attempts: model.number().default(0),
    /** Failures in a row. */
    failures: model.number().default(0),
    /** When a worker may take it; while one is at it, when another one may. null: not by itself. */
    next_try_at: model.dateTime().nullable(),
    /** Who asked for it once more, whatever is so today; null: nobody. */
    asked_by: model.text().nullable(),
    /** As it was sent last, without addresses that let their holder in. */
    recipient: model.text().nullable(),
    locale: model.text().nullable(),
    data: model.json().nullable(),
    notification_id: model.text().nullable(),
    /** The business date, and the instant, on which it was sent last. */
    sent_on: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_billing_reminder_once",
      on: ["subject_id", "template", "on_date", "step"],
      unique: true,
    },
    { name: "IDX_billing_reminder_next_try_at", on: ["next_try_at"], where: "next_try_at IS NOT NULL" },
    { name: "IDX_billing_reminder_subscription_id", on: ["subscription_id"] },
    { name: "IDX_billing_reminder_invoice_id", on: ["invoice_id"] },
    { name: "IDX_billing_reminder_customer_id", on: ["customer_id"] },
    { name: "IDX_billing_reminder_status", on: ["status", "id"] },
  ])
