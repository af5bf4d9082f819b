import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"

const DAY = 24 * 60 * 60 * 1000

/** The instant that it is in the store, with the demo clock's days: ISO 8601 in UTC. */
export async function storeNow(container: MedusaContainer): Promise<string> {
  const ahead = await container.resolve<CoreModuleService>(CORE_MODULE).daysAhead()
  return new Date(Date.now() + ahead * DAY).toISOString()
}
