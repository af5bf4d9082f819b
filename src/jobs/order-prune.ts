import type { MedusaContainer } from "@medusajs/framework/types"
import { pruneOrderChanges } from "../workflows/orders/prune-order-changes"

/** Every hour: deletes old rows of the intake of orders. */
export default async function orderPrune(container: MedusaContainer): Promise<void> {
  await pruneOrderChanges(container, { now: new Date() })
}

export const config = { name: "service-order-prune", schedule: "23 * * * *" }
