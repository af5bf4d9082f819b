import type { MedusaContainer } from "@medusajs/framework/types"
import { deleteHolds, PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import type { HeldStock } from "./hold-stock-of-cart"

/** Gives back what a cart held, where its completion failed. */
export const releaseStockOfCart = (container: MedusaContainer, { holds }: HeldStock): Promise<void> =>
  deleteHolds(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, holds)
