import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { readVersionedSettings } from "../../../modules/core"
import type { RetentionSettings } from "../../../rules/billing"
import { billingSettingsOf } from "../dunning/save-billing-settings"

/** What is offered instead of a cancellation, read anew each time: an admin may have changed it. */
export async function readRetentionSettings(container: MedusaContainer): Promise<RetentionSettings> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const stored = await readVersionedSettings(db.knex, "billing")
  const saved = billingSettingsOf(stored?.values ?? null, options)
  return {
    offer: saved.retention_offer,
    pauseDays: saved.retention_pause_days,
    percent: saved.retention_percent,
    cycles: saved.retention_cycles,
  }
}
