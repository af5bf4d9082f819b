import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { seedSubscriptions } from "../../integration-tests/support/seed-subscriptions"
import type { World } from "../scripts/prepare-world"

/** Sold on the 31st of January; the first renewal is due on the last of February. */
export const ANCHOR = "2026-01-31"
export const DUE = "2026-02-28"

/** Subscriptions of one product at 29.90, each with a saved method, whose first renewal is due on `DUE`. */
export async function seedDue(knex: Knex, world: World, { count, prefix }: { count: number; prefix: string }) {
  const ids = await seedSubscriptions(knex, {
    count,
    prefix,
    anchorOn: ANCHOR,
    currencyCode: "eur",
    regionId: world.regionId,
    salesChannelId: world.salesChannelId,
    customerId: world.customerId,
    countryCode: "de",
    unitPrice: "29.90",
    withMethods: true,
  })
  // As autovacuum would soon have it; otherwise the first plans are made for empty tables.
  await knex.raw("analyze")
  return ids
}
