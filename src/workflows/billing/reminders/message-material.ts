import type { MedusaContainer } from "@medusajs/framework/types"
import { readSavedMethod } from "../../../collectors"
import type { BilledSubscription, ReminderRow } from "../../../modules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { NoticedGroup } from "./load-notices"
import type { ReminderDetails } from "./load-reminder-details"

interface Everyone {
  store_name: string
  store_email: string | null
  customer_name: string | null
}

/** What a message is made of. */
export interface Material {
  container: MedusaContainer
  row: ReminderRow
  details: ReminderDetails
  /** What a notice of a charge announces; null: it is none, or nothing is charged any more. */
  notice: NoticedGroup | null
  everyone: Everyone
  asOf: CivilDate
}

/** What each message about a subscription says. */
export const ofSubscriptionRecord = ({ details, everyone }: Material, subscription: BilledSubscription) => ({
  ...everyone,
  subscription_id: subscription.id,
  subscription_number: subscription.display_id,
  services: details.services.get(subscription.id) ?? [],
})

/** A saved method as its owner knows it. */
export const shownMethod = (json: Record<string, unknown> | null) => {
  const method = readSavedMethod(json)
  return method && { brand: method.brand, last4: method.last4 }
}
