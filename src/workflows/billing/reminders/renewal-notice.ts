import type { BilledSubscription } from "../../../modules/billing"
import { remindedServices, type Reminder, type RenewalReminderData } from "../../../rules/billing"
import { daysBetween } from "../../../rules/calendar"
import { previewGroup } from "../renewals/preview-upcoming"
import { ofSubscriptionRecord, shownMethod, type Material } from "./message-material"

/** The amount is the upcoming invoice's, of all that will stand on it, by the rule that will make it. */
export async function renewalNotice(
  material: Material,
  about: {
    template: "billing.renewal_upcoming" | "billing.trial_ending" | "billing.debit_announced"
    subscription: BilledSubscription
  },
): Promise<Reminder | null> {
  const { template, subscription } = about
  const { container, notice } = material
  if (!notice) {
    return null
  }
  const { lead, members } = notice.group
  const upcoming = await previewGroup(container, notice.group)
  const data: RenewalReminderData = {
    ...ofSubscriptionRecord(material, subscription),
    services: members.flatMap((member) => remindedServices(member.subscription.items)),
    subscription_numbers: members.map((member) => member.subscription.display_id),
    days: daysBetween(material.asOf, upcoming.due_on),
    due_on: upcoming.due_on,
    total: upcoming.total,
    currency_code: upcoming.currency_code,
    method: shownMethod(lead.subscription.payment_method),
  }
  return { template, data }
}
