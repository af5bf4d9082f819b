import { multiply, type Decimal } from "../../money"
import type { RentalPeriod } from "../time/rental-period"
import { blockedPeriod, type BlockedPeriod, type StockBuffer } from "./blocked-period"

/** A line that asks for stock. */
export interface StockLine {
  lineId: string
  variantId: string
  quantity: Decimal
  /** Null: it is sold for good. */
  period: RentalPeriod | null
}

/** What a variant is in stock: one inventory item, or several of a kit. */
export interface VariantStock {
  variantId: string
  /** Whether stock is counted at all. */
  isManaged: boolean
  /** Whether more is sold than there is. */
  mayBackorder: boolean
  buffer: StockBuffer
  /** Whether its price is by the hour or the day: it comes back. */
  isTimed: boolean
  items: { inventoryItemId: string; /** Per piece of the variant. */ requiredQuantity: Decimal }[]
}

/** By variant id. */
export type VariantStocks = ReadonlyMap<string, VariantStock>

/** What one line needs of one inventory item. It is served by one location. */
export interface StockDemand {
  lineId: string
  variantId: string
  inventoryItemId: string
  quantity: Decimal
  /** Buffers are in it; null: for good. */
  period: BlockedPeriod | null
  mayBackorder: boolean
}

/** What lines need of stock; variants whose stock is not counted need nothing, and what is sold for good has no buffer. */
export function stockDemands(lines: readonly StockLine[], stocks: VariantStocks): StockDemand[] {
  return lines.flatMap(({ lineId, variantId, quantity, period }) => {
    const stock = stocks.get(variantId)
    if (!stock?.isManaged) {
      return []
    }
    const blocked = period && blockedPeriod(period, stock.buffer)
    return stock.items.map(({ inventoryItemId, requiredQuantity }) => ({
      lineId,
      variantId,
      inventoryItemId,
      quantity: multiply(requiredQuantity, quantity),
      period: blocked,
      mayBackorder: stock.mayBackorder,
    }))
  })
}
