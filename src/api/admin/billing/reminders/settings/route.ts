import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ReminderSettingsAnswer, SaveReminderSettings } from "../../../../../contracts/billing/reminders"
import {
  BILLING_MODULE,
  type BillingModuleService,
  emailProvider,
  readReminderSettings,
} from "../../../../../modules/billing"
import { saveReminderSettingsWorkflow } from "../../../../../workflows/billing/reminders/save-reminder-settings"

async function answer(req: MedusaRequest<unknown>, res: MedusaResponse): Promise<void> {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { settings, version } = await readReminderSettings(knex)
  const { days, trialDays, overdueDays, cardDays, debitDays, off, language } = settings
  const answered: ReminderSettingsAnswer = {
    days,
    trial_days: trialDays,
    overdue_days: overdueDays,
    card_days: cardDays,
    debit_days: debitDays,
    off,
    language,
    email_provider: await emailProvider(knex),
    version: version?.version ?? 0,
  }
  res.json({ settings: answered })
}

export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => answer(req, res)

/** What is left out stays as it is. */
export async function POST(req: MedusaRequest<SaveReminderSettings>, res: MedusaResponse): Promise<void> {
  await saveReminderSettingsWorkflow(req.scope).run({ input: req.validatedBody })
  await answer(req, res)
}
