import type { SaleStatus } from "./status/sale-status"

/** The events of the sales history on Medusa's bus: what they report, and what their data has. */
export const SALES_EVENTS = {
  "sales.sale.held": {
    when: "An admin has put a sale on hold: its deliveries wait. The reason stands in its time line.",
    data: ["id", "order_id"],
  },
  "sales.sale.released": {
    when: "A sale on hold goes on.",
    data: ["id", "order_id"],
  },
  "sales.sale.stopped": {
    when: "A sale was ended before it was finalized: by an admin, or because all that was to be delivered was given up.",
    data: ["id", "order_id"],
  },
} as const
export type SalesEventName = keyof typeof SALES_EVENTS

interface Moved {
  fromStatus: SaleStatus | null
  toStatus: SaleStatus | null
}

function nameOf({ fromStatus, toStatus }: Moved): SalesEventName | null {
  if (toStatus === "interrupted") {
    return "sales.sale.held"
  }
  if (toStatus === "stopped") {
    return "sales.sale.stopped"
  }
  return fromStatus === "interrupted" && toStatus === "processing" ? "sales.sale.released" : null
}

/** What of a sale's new events is told on the bus: its own facts, which no event of Medusa's tells. */
export const salesEventsOf = (
  sale: { id: string; order_id: string },
  events: readonly Moved[],
): { name: SalesEventName; data: { id: string; order_id: string } }[] =>
  events.flatMap((event) => {
    const name = nameOf(event)
    return name ? [{ name, data: { id: sale.id, order_id: sale.order_id } }] : []
  })
