import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { CUSTOMERS_MODULE, type CustomersModuleService, demoteCustomer } from "../modules/customers"

/** A customer that Medusa has no more is no longer the one that a profile's orders are made for. */
export default async function onCustomerDeleted({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await demoteCustomer(container.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db.knex, event.data.id)
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.DELETED,
  context: { subscriberId: "customers-deleted" },
}
