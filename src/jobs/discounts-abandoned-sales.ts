import type { MedusaContainer } from "@medusajs/framework/types"
import { releaseAbandonedSales } from "../workflows/discounts/orders/release-abandoned-sales"

/** Every five minutes: uses of discounts that nobody has made anything of. */
export default async function abandonedSales(container: MedusaContainer): Promise<void> {
  await releaseAbandonedSales(container, { now: new Date() })
}

export const config = { name: "discounts-abandoned-sales", schedule: "*/5 * * * *" }
