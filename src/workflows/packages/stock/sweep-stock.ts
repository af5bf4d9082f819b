import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService, sweepBookings } from "../../../modules/packages"

const BATCH = 500

/** Frees what was held for orders that were never placed, and rentals that are over. */
export async function sweepStock(container: MedusaContainer): Promise<{ expired: number; over: number }> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const swept = { expired: 0, over: 0 }
  for (;;) {
    const { expired, over } = await sweepBookings(knex, BATCH)
    swept.expired += expired
    swept.over += over
    if (expired < BATCH && over < BATCH) {
      return swept
    }
  }
}
