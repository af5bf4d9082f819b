import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, searchByNamesSince } from "../../../modules/billing"

const DAYS_BACK = 2
const DAY = 24 * 60 * 60 * 1000

/**
 * Reads the names again of customers who were changed or deleted in the last days: an event is lost where a process dies after
 * Medusa's commit. What is right already is not written.
 */
export async function searchByRecentNames(container: MedusaContainer, now: Date): Promise<void> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await searchByNamesSince(knex, new Date(now.getTime() - DAYS_BACK * DAY))
}
