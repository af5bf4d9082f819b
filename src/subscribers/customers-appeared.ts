import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { adoptCustomersWorkflow } from "../workflows/customers/profiles/adopt-customers"

/** A customer of Medusa's gets a profile (C3). The sweep does the same where the event was lost. */
export default async function onCustomerCreated({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const editing = { at: new Date().toISOString(), as_of, by: null }
  await adoptCustomersWorkflow(container).run({ input: { customer_ids: [event.data.id], editing } })
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.CREATED,
  context: { subscriberId: "customers-appeared" },
}
