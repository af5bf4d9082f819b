import { PACKAGES_MODULE, readBookedLines, type PackagesModuleService } from "../../../modules/packages"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"

/** Which lines of an order are rented, and for how long; what has come back was rented, too. */
export const rentedLines: SoldLines = {
  ofOrder: async (container, { id }) => {
    const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
    const rented = new Map<string, SoldLine>()
    for (const { lineId, from, to } of await readBookedLines(knex, id)) {
      if (from !== null && to !== null) {
        rented.set(lineId, { period: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } })
      }
    }
    return rented
  },
}
