import { deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { refuseCustomerDeletion } from "../billing/subscriptions/refuse-customer-deletion"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

/**
 * Customers were deleted, by whatever program. Order: billing (refuses while subscriptions run for one, which makes
 * Medusa restore them).
 */
export const deleteCustomersCustomersDeleted = composeRooms<{ ids: string[] }>([
  {
    room: "billing",
    run: async ({ ids }, container) => refuseCustomerDeletion(container, ids),
  },
])

if (isHookOurs("deleteCustomers.customersDeleted")) {
  deleteCustomersWorkflow.hooks.customersDeleted(
    deleteCustomersCustomersDeleted.invoke,
    deleteCustomersCustomersDeleted.compensate,
  )
}
