import type { MedusaContainer } from "@medusajs/framework/types"
import {
  BILLING_MODULE,
  type BillingModuleService,
  endsWithoutConsent,
  type SubscriptionRecord,
} from "../../../modules/billing"
import { retentionOffer, type RetentionOffer } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import { readRetentionSettings } from "./read-retention-settings"

/** What somebody who wants to cancel this subscription may take instead; null: nothing. A customer's end by a new price is the store's. */
export async function offeredInstead(
  container: MedusaContainer,
  row: SubscriptionRecord,
  { asOf, isCustomer = false }: { asOf: CivilDate; isCustomer?: boolean },
): Promise<RetentionOffer | null> {
  const { db, options } = container.resolve<BillingModuleService>(BILLING_MODULE)
  const { invoiceDaysBefore } = options
  const offer = retentionOffer(row, { settings: await readRetentionSettings(container), asOf, invoiceDaysBefore })
  return offer && isCustomer && (await endsWithoutConsent(db.knex, row.id)) ? null : offer
}
