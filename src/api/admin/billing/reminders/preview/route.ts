import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewReminderSchema, type ReminderMessageAnswer } from "../../../../../contracts/billing/reminders"
import { BILLING_MODULE, type BillingModuleService } from "../../../../../modules/billing"
import { renderReminder } from "../../../../../notifications/render-reminder"
import { sampleReminder } from "../../../../../notifications/sample-reminder"
import { parseInput } from "../../../../parse-input"
import { storeDate } from "../../../../store-date"

/** A message with example data, by the renderer that writes the real ones. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ message: ReminderMessageAnswer }>): Promise<void> {
  const { template, language } = parseInput(previewReminderSchema, req.query)
  const { seller } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).options
  const store = { name: seller.name, email: seller.email ?? null }
  const sample = sampleReminder(template, { store, asOf: await storeDate(req.scope) })
  res.json({ message: renderReminder(sample, { language, locale: language }) })
}
