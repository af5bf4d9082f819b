import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  emailProvider,
  readReminderSettings,
} from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { isOneInvoiceADay } from "../renewals/is-one-invoice-a-day"
import { recordDueReminders } from "./record-due-reminders"
import { sendReminders } from "./send-reminders"

/**
 * Records the reminders that have come due and sends what waits (B37). Without a provider for e-mails nothing is done: what
 * happens meanwhile is found later, as long as it is news. Returns how many were handled.
 */
export async function remindCustomers(container: MedusaContainer, asOf: CivilDate): Promise<number> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if ((await emailProvider(knex)) === null) {
    return 0
  }
  const { settings } = await readReminderSettings(knex)
  await recordDueReminders(container, { settings, asOf, isTogether: await isOneInvoiceADay(container) })
  return sendReminders(container, { settings, asOf })
}
