import type { MedusaContainer } from "@medusajs/framework/types"
import { searchByRecentNames } from "../workflows/billing/subscriptions/search-by-recent-names"

/** Every hour: subscriptions are found by names of customers whose change no event has told. */
export default async function billingRenamedCustomers(container: MedusaContainer): Promise<void> {
  await searchByRecentNames(container, new Date())
}

export const config = { name: "billing-renamed-customers", schedule: "23 * * * *" }
