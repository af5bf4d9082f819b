import { z } from "@medusajs/framework/zod"
import { MOST_REMINDER_DAYS, MOST_REMINDERS, REMINDER_LANGUAGES } from "../../rules/billing/reminders/reminder-settings"
import { REMINDER_STATUSES, REMINDER_SUBJECTS } from "../../rules/billing/reminders/reminder"
import { REMINDER_TEMPLATE_NAMES } from "../../rules/billing/reminders/reminder-templates"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"

const days = z.number().int().min(1).max(MOST_REMINDER_DAYS)
const steps = z.array(days).max(MOST_REMINDERS)

/** What is left out stays as it is. */
export const saveReminderSettingsSchema = z.strictObject({
  days: steps.optional(),
  trial_days: steps.optional(),
  overdue_days: steps.optional(),
  card_days: days.optional(),
  debit_days: days.optional(),
  off: z.array(z.enum(REMINDER_TEMPLATE_NAMES)).max(REMINDER_TEMPLATE_NAMES.length).optional(),
  language: z.enum(REMINDER_LANGUAGES).optional(),
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type SaveReminderSettings = z.output<typeof saveReminderSettingsSchema>

export const reminderSettingsAnswerSchema = z.object({
  /** Days before a renewal, an end, or an invoice's due date. */
  days: z.array(z.number()),
  /** Days before a trial's end. */
  trial_days: z.array(z.number()),
  /** Days after an invoice's due date. */
  overdue_days: z.array(z.number()),
  /** Days before a card's last day. */
  card_days: z.number(),
  /** Days before a direct debit. */
  debit_days: z.number(),
  /** Messages that are not sent. */
  off: z.array(z.enum(REMINDER_TEMPLATE_NAMES)),
  language: z.enum(REMINDER_LANGUAGES),
  /** Medusa's notification provider for e-mails; null: there is none, and nothing is sent. */
  email_provider: z.string().nullable(),
  /** Of the room's settings; 0 while the defaults apply. */
  version: z.number(),
})
export type ReminderSettingsAnswer = z.infer<typeof reminderSettingsAnswerSchema>

export const previewReminderSchema = z.object({
  template: z.enum(REMINDER_TEMPLATE_NAMES),
  language: z.enum(REMINDER_LANGUAGES),
})

export const reminderMessageSchema = z.object({ subject: z.string(), text: z.string(), html: z.string() })
export type ReminderMessageAnswer = z.infer<typeof reminderMessageSchema>

export const listRemindersSchema = z.object({
  status: oneOrMore(z.enum(REMINDER_STATUSES)),
  template: oneOrMore(z.enum(REMINDER_TEMPLATE_NAMES)),
  subscription_id: id.optional(),
  invoice_id: id.optional(),
  customer_id: id.optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})

export const reminderAnswerSchema = z.object({
  id: z.string(),
  template: z.enum(REMINDER_TEMPLATE_NAMES),
  subject: z.enum(REMINDER_SUBJECTS),
  subject_id: z.string(),
  /** Which of several on one fact: days before or after, the number of an attempt, what was paid. */
  step: z.string(),
  /** The date of the fact. */
  on_date: z.string(),
  subscription_id: z.string().nullable(),
  invoice_id: z.string().nullable(),
  customer_id: z.string().nullable(),
  status: z.enum(REMINDER_STATUSES),
  /** Why it was not sent: `over`, `no_address`, or the provider's own words. */
  reason: z.string().nullable(),
  as_of: z.string(),
  attempts: z.number(),
  next_try_at: z.string().nullable(),
  recipient: z.string().nullable(),
  sent_on: z.string().nullable(),
  sent_at: z.string().nullable(),
  created_at: z.string(),
})
export type ReminderAnswer = z.infer<typeof reminderAnswerSchema>

export const reminderListAnswerSchema = pageAnswerSchema.extend({ reminders: z.array(reminderAnswerSchema) })
export type ReminderListAnswer = z.infer<typeof reminderListAnswerSchema>

/** With what it said, drawn again from its data; the link that lets its reader in is kept nowhere. null: never sent. */
export const reminderDetailAnswerSchema = reminderAnswerSchema.extend({ message: reminderMessageSchema.nullable() })
export type ReminderDetailAnswer = z.infer<typeof reminderDetailAnswerSchema>

/** Takes nothing: what is sent once more is what was said. */
export const sendReminderSchema = z.strictObject({})
