import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"

/** The instant that it is in the store, with the demo clock's days: ISO 8601 in UTC. */
export const storeNow = (container: MedusaContainer): Promise<string> =>
  container.resolve<CoreModuleService>(CORE_MODULE).now()
