import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { processRunSafely } from "../workflows/billing/runs/process-run"

export default async function joinBillingRun({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await processRunSafely(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: "billing.run.requested",
  context: { subscriberId: "billing-run-requested" },
}
