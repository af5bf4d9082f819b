import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

interface PastDue {
  /** The subscription. */
  id: string
  order_id: string
  /** The same for a repeated event. */
  event_id: string
}

/** Writes to the customer whose renewal could not be charged. */
export default async function pastDueMail({ event, container }: SubscriberArgs<PastDue>): Promise<void> {
  const { id, order_id, event_id } = event.data
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["email"], filters: { id: order_id } })
  const to = data[0]?.email
  if (to) {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to,
      channel: "email",
      template: "subscription-past-due",
      data: { subscription_id: id },
      // A second event with this key sends nothing.
      idempotency_key: event_id,
    })
  }
}

export const config: SubscriberConfig = { event: "billing.subscription.past_due" }
