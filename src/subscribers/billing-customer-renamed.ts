import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { searchByNamesWorkflow } from "../workflows/billing/subscriptions/search-by-names"

/** A customer with another name is found by it among subscriptions; one that Medusa has no more, by none. */
export default async function onCustomerRenamed({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await searchByNamesWorkflow(container).run({ input: { customer_ids: [event.data.id] } })
}

export const config: SubscriberConfig = {
  event: [CustomerWorkflowEvents.UPDATED, CustomerWorkflowEvents.DELETED],
  context: { subscriberId: "billing-customer-renamed" },
}
