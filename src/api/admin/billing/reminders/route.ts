import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listRemindersSchema, type ReminderListAnswer } from "../../../../contracts/billing/reminders"
import { BILLING_MODULE, type BillingModuleService, listReminders } from "../../../../modules/billing"
import { parseInput } from "../../../parse-input"
import { presentReminder } from "./present-reminder"

export async function GET(req: MedusaRequest, res: MedusaResponse<ReminderListAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listRemindersSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { reminders, count } = await listReminders(knex, filters, { limit, offset })
  res.json({ reminders: reminders.map(presentReminder), count, limit, offset })
}
