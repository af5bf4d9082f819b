import { model } from "@medusajs/framework/utils"
import { EXIT_KINDS, EXIT_LANGUAGES, EXIT_MAIL_STATUSES, EXIT_STATUSES } from "../../../../rules/billing/states"

/** A contract's end or a withdrawal that somebody has declared on an exit page (B61), as they typed it. */
export const ExitRequest = model
  .define("billing_exit_request", {
    id: model.id({ prefix: "bexr" }).primaryKey(),
    kind: model.enum([...EXIT_KINDS]),
    status: model.enum([...EXIT_STATUSES]),
    region_id: model.text(),
    language: model.enum([...EXIT_LANGUAGES]),
    name: model.text(),
    contract: model.text(),
    email: model.text(),
    reason: model.text().nullable(),
    is_for_cause: model.boolean().default(false),
    wished_on: model.text().nullable(),
    /** Of the form that it was sent with: one form declares once. */
    form_key: model.text(),
    received_at: model.dateTime(),
    as_of: model.text(),
    /** The subscription that is meant, found by the plugin or named by an admin. */
    subscription_id: model.text().nullable(),
    /** Why an admin decides; null: nobody needs to. */
    left_for: model.text().nullable(),
    /** What an admin has said of it. */
    note: model.text().nullable(),
    handled_by: model.text().nullable(),
    handled_on: model.text().nullable(),
    /** When the contract ends. */
    ends_on: model.text().nullable(),
    mail_status: model.enum([...EXIT_MAIL_STATUSES]),
    mail_attempts: model.number().default(0),
    mail_failures: model.number().default(0),
    mail_reason: model.text().nullable(),
    mail_sent_at: model.dateTime().nullable(),
    /** When the plugin has something to do: carry it out, or send the mail; null: nothing. */
    next_try_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_billing_exit_request_form_key", on: ["form_key"], unique: true },
    { name: "IDX_billing_exit_request_next_try_at", on: ["next_try_at"], where: "next_try_at IS NOT NULL" },
    { name: "IDX_billing_exit_request_status", on: ["status", "id"] },
    { name: "IDX_billing_exit_request_subscription_id", on: ["subscription_id"] },
  ])
