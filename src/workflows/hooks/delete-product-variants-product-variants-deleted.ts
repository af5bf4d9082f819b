import { deleteProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { followVariantDeletion, restoreOffers, type DeletedOffers } from "../billing/offers/follow-deletion"
import {
  followVariantDeletion as followDeletion,
  restorePackages,
  type DeletedPackages,
} from "../packages/catalog/follow-deletion"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

/**
 * Variants were deleted, by whatever program. Order: billing (refuses while subscriptions run on one; cycles go), packages
 * (refuses while one contains them).
 */
export const deleteProductVariantsProductVariantsDeleted = composeRooms<{ ids: string[] }>([
  {
    room: "billing",
    run: async ({ ids }, container) => ({ undo: await followVariantDeletion(container, ids) }),
    undo: (deleted, container) => restoreOffers(container, deleted as DeletedOffers),
  },
  {
    room: "packages",
    run: async ({ ids }, container) => ({ undo: await followDeletion(container, ids) }),
    undo: (deleted, container) => restorePackages(container, deleted as DeletedPackages),
  },
])

if (isHookOurs("deleteProductVariants.productVariantsDeleted")) {
  deleteProductVariantsWorkflow.hooks.productVariantsDeleted(
    deleteProductVariantsProductVariantsDeleted.invoke,
    deleteProductVariantsProductVariantsDeleted.compensate,
  )
}
