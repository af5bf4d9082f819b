import type { BilledSubscription } from "../../../modules/billing"
import { remindedServices, type Reminder, type RenewalReminderData } from "../../../rules/billing"
import { daysBetween } from "../../../rules/calendar"
import { isZero } from "../../../rules/money"
import { previewGroup } from "../renewals/preview-upcoming"
import { ofSubscriptionRecord, shownMethod, type Material } from "./message-material"

/**
 * The amount is the upcoming invoice's, of all that will stand on it, by the rule that will make it. Nobody is told of a direct
 * debit where the balance pays all of it.
 */
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
  if (template === "billing.debit_announced" && isZero(upcoming.due_total)) {
    return null
  }
  const data: RenewalReminderData = {
    ...ofSubscriptionRecord(material, subscription),
    services: members.flatMap((member) => remindedServices(member.subscription.items)),
    subscription_numbers: members.map((member) => member.subscription.display_id),
    days: daysBetween(material.asOf, upcoming.due_on),
    due_on: upcoming.due_on,
    // What a trial costs from then on is its price; what is collected is less what the balance pays.
    total: template === "billing.trial_ending" ? upcoming.total : upcoming.due_total,
    currency_code: upcoming.currency_code,
    method: shownMethod(lead.subscription.payment_method),
  }
  return { template, data }
}
