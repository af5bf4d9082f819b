import { outLineOf, PACKAGES_ROOM } from "../../../rules/packages"
import type { SoldLine, SoldLines } from "../../ports/sold-lines"
import { packageRecordsOfOrder } from "./package-records-of-order"

const instant = (at: string): string => new Date(at).toISOString()

/** Which lines of an order are rented, and for how long, and which ship what is rented. */
export const rentedLines: SoldLines = {
  ofOrder: async (container, order) => {
    const lines = new Map<string, SoldLine>()
    for (const [id, { room, kind, payload }] of await packageRecordsOfOrder(container, order)) {
      const period = outLineOf(payload)?.period
      if (period) {
        lines.set(id, { period: { from: instant(period.from), to: instant(period.to) } })
      } else if (room === PACKAGES_ROOM && kind === "delivery") {
        lines.set(id, { isDelivery: true })
      }
    }
    return lines
  },
}
