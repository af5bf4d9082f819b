import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentWebhookEvents } from "@medusajs/framework/utils"
import { hearProvider, type ProviderMessage } from "../workflows/billing/charges/hear-provider"

export default async function hearPaymentProvider({
  event,
  container,
}: SubscriberArgs<ProviderMessage>): Promise<void> {
  await hearProvider(container, event.data)
}

export const config: SubscriberConfig = {
  event: PaymentWebhookEvents.WebhookReceived,
  context: { subscriberId: "billing-payment-webhook" },
}
