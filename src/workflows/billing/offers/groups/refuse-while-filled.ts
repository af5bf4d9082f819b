import type { MedusaContainer } from "@medusajs/framework/types"
import { refuse } from "../../../errors/refuse"
import { offersOfGroup } from "./offers-of-group"

/** A group is deleted only when no offer is in it (B2). Throws NOT_ALLOWED with their number. */
export async function refuseWhileFilled(container: MedusaContainer, collectionId: string): Promise<void> {
  const { length } = await offersOfGroup(container, collectionId)
  if (length) {
    refuse("collection", `${length} ${length === 1 ? "offer is" : "offers are"} in this group: put them into another`)
  }
}
