import type { MedusaContainer } from "@medusajs/framework/types"
import { releaseAbandonedRecords } from "../workflows/discounts/orders/release-abandoned-records"

/** Every five minutes: releases uses that were reserved for orders that were never made. */
export default async function abandonedRecords(container: MedusaContainer): Promise<void> {
  await releaseAbandonedRecords(container, { now: new Date() })
}

export const config = { name: "discounts-abandoned-records", schedule: "*/5 * * * *" }
