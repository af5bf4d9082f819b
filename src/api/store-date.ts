import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"

/** The store's date now, for an answer that says how things stand. */
export const storeDate = (container: MedusaContainer) => container.resolve<CoreModuleService>(CORE_MODULE).today()
