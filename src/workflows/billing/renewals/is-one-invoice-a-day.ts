import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { readVersionedSettings } from "../../../modules/core"
import { billingSettingsOf } from "../dunning/save-billing-settings"

/** Whether all that a customer owes on a day in a currency is put on one invoice (B30). */
export async function isOneInvoiceADay(container: MedusaContainer): Promise<boolean> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const stored = await readVersionedSettings(db.knex, "billing")
  return billingSettingsOf(stored?.values ?? null, options).one_invoice_a_day
}
