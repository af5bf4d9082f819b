import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { readVersionedSettings, type Database } from "../../../modules/core"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { DunningSettings, StandingSettings } from "../../../rules/billing"
import type { SavedDunning } from "./saved-dunning"

/** Dunning as it is set: an admin's settings over the plugin's options. */
export function dunningOf(saved: Partial<SavedDunning> | null, options: DunningSettings): DunningSettings {
  return {
    retryAfterDays: saved?.retry_after_days ?? options.retryAfterDays,
    afterLastTry: saved?.after_last_try ?? options.afterLastTry,
    suspendAfterDays: saved?.suspend_after_days ?? options.suspendAfterDays,
    terminateAfterDays: saved?.terminate_after_days ?? options.terminateAfterDays,
    latePayment: saved?.late_payment ?? options.latePayment,
  }
}

/** The settings that settling and dunning decide by, read anew each time: an admin may have changed them. */
export async function readStandingSettings(container: MedusaContainer, knex?: Database): Promise<StandingSettings> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const stored = await readVersionedSettings(knex ?? billing.db.knex, "billing")
  return {
    dunning: dunningOf(stored?.values ?? null, billing.options.dunning),
    invoiceDaysBefore: billing.options.invoiceDaysBefore,
  }
}
