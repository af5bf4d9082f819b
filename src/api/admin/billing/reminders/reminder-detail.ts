import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ReminderDetailAnswer } from "../../../../contracts/billing/reminders"
import { BILLING_MODULE, type BillingModuleService, findReminder } from "../../../../modules/billing"
import { presentReminderDetail } from "./present-reminder"

/** A reminder with what it said. */
export async function reminderDetail(container: MedusaContainer, id: string): Promise<ReminderDetailAnswer> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const row = await findReminder(knex, id)
  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Reminder with id: ${id} was not found`)
  }
  return presentReminderDetail(row)
}
