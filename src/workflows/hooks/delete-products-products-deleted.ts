import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import { followProductDeletion, restoreOffers, type DeletedOffers } from "../billing/offers/follow-deletion"
import {
  followProductDeletion as followDeletion,
  restorePackages,
  type DeletedPackages,
} from "../packages/catalog/follow-deletion"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

/**
 * Products were deleted, by whatever program. Order: billing (refuses while subscriptions run on one, which makes Medusa
 * restore them; then their offers go, too), packages (refuses while one contains them; then their recipes go, too).
 */
export const deleteProductsProductsDeleted = composeRooms<{ ids: string[] }>([
  {
    room: "billing",
    run: async ({ ids }, container) => ({ undo: await followProductDeletion(container, ids) }),
    undo: (deleted, container) => restoreOffers(container, deleted as DeletedOffers),
  },
  {
    room: "packages",
    run: async ({ ids }, container) => ({ undo: await followDeletion(container, ids) }),
    undo: (deleted, container) => restorePackages(container, deleted as DeletedPackages),
  },
])

if (isHookOurs("deleteProducts.productsDeleted")) {
  deleteProductsWorkflow.hooks.productsDeleted(
    deleteProductsProductsDeleted.invoke,
    deleteProductsProductsDeleted.compensate,
  )
}
