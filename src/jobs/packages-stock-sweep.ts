import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepStock } from "../workflows/packages/stock/sweep-stock"

/** Every five minutes: frees stock that was held for orders that were never placed, and rentals that are over. */
export default async function stockSweep(container: MedusaContainer): Promise<void> {
  await sweepStock(container)
}

export const config = { name: "packages-stock-sweep", schedule: "*/5 * * * *" }
