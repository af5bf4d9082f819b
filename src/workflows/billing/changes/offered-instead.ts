import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, type SubscriptionRecord } from "../../../modules/billing"
import { retentionOffer, type RetentionOffer } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { readRetentionSettings } from "./read-retention-settings"

/** What somebody who wants to cancel this subscription may take instead; null: nothing. */
export async function offeredInstead(
  container: MedusaContainer,
  row: SubscriptionRecord,
  asOf: CivilDate,
): Promise<RetentionOffer | null> {
  const { invoiceDaysBefore } = container.resolve<BillingModuleService>(BILLING_MODULE).options
  return retentionOffer(row, { settings: await readRetentionSettings(container), asOf, invoiceDaysBefore })
}
