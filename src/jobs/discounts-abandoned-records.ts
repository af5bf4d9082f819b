import type { MedusaContainer } from "@medusajs/framework/types"
import { releaseAbandonedRecords } from "../workflows/discounts/orders/release-abandoned-records"

/** Every five minutes: uses of discounts that nobody has made anything of. */
export default async function abandonedRecords(container: MedusaContainer): Promise<void> {
  await releaseAbandonedRecords(container, { now: new Date() })
}

export const config = { name: "discounts-abandoned-records", schedule: "*/5 * * * *" }
