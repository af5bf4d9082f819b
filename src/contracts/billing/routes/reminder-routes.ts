import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  listRemindersSchema,
  previewReminderSchema,
  reminderDetailAnswerSchema,
  reminderListAnswerSchema,
  reminderMessageSchema,
  reminderSettingsAnswerSchema,
  saveReminderSettingsSchema,
  sendReminderSchema,
} from "../reminders"

const REMINDERS = "/admin/billing/reminders"
const settingsAnswer = z.object({ settings: reminderSettingsAnswerSchema })

export const reminderRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: REMINDERS,
    caller: "admin",
    summary: "Messages to customers, the latest first",
    query: listRemindersSchema,
    answer: reminderListAnswerSchema,
  },
  {
    method: "GET",
    path: `${REMINDERS}/:id`,
    caller: "admin",
    summary: "A message with what it said",
    answer: z.object({ reminder: reminderDetailAnswerSchema }),
  },
  {
    method: "POST",
    path: `${REMINDERS}/:id/send`,
    caller: "admin",
    summary: "Sends a message once more",
    body: sendReminderSchema,
    answer: z.object({ reminder: reminderDetailAnswerSchema }),
  },
  {
    method: "GET",
    path: `${REMINDERS}/preview`,
    caller: "admin",
    summary: "A message with example data",
    query: previewReminderSchema,
    answer: z.object({ message: reminderMessageSchema }),
  },
  {
    method: "GET",
    path: `${REMINDERS}/settings`,
    caller: "admin",
    summary: "When which messages are sent to customers",
    answer: settingsAnswer,
  },
  {
    method: "POST",
    path: `${REMINDERS}/settings`,
    caller: "admin",
    summary: "Changes when which messages are sent",
    body: saveReminderSettingsSchema,
    answer: settingsAnswer,
  },
]
