import { add, type Decimal } from "../../money"
import type { StockLevel } from "./check-stock"

/** What an order gives back of an item at a location. */
export interface FreedStock {
  inventoryItemId: string
  locationId: string
  quantity: Decimal
}

/** Levels with what an order gives back by the same change that asks for stock: it may be served from that (P18). */
export const withFreed = (levels: readonly StockLevel[], freed: readonly FreedStock[]): StockLevel[] =>
  levels.map((level) =>
    freed
      .filter(
        ({ inventoryItemId, locationId }) =>
          inventoryItemId === level.inventoryItemId && locationId === level.locationId,
      )
      .reduce((all, { quantity }) => ({ ...all, available: add(all.available, quantity) }), level),
  )
