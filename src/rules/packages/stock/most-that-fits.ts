import { compare, quotient, subtract, type Decimal } from "../../money"
import { loadSteps } from "./peak-load"
import type { StockBooking, StockLevel } from "./check-stock"
import type { StockDemand } from "./stock-demands"

export interface FitFacts {
  /** What one piece needs: a variant, or a package with all that is chosen. */
  demands: readonly Omit<StockDemand, "lineId">[]
  levels: readonly StockLevel[]
  bookings: readonly StockBooking[]
}

/**
 * How many pieces fit beside what others have taken; null: any number. One location serves all that they need of an item,
 * so it may be that a few more fit where lines are served by several.
 */
export function mostThatFits({ demands, levels, bookings }: FitFacts): number | null {
  const limited = demands.filter(({ mayBackorder }) => !mayBackorder)
  const items = [...new Set(limited.map(({ inventoryItemId }) => inventoryItemId))]
  if (!items.length) {
    return null
  }
  return Math.min(
    ...items.map((item) =>
      Math.max(
        0,
        ...levels
          .filter(({ inventoryItemId }) => inventoryItemId === item)
          .map((level) => {
            const isHere = ({ inventoryItemId, locationId }: StockBooking) =>
              inventoryItemId === item && locationId === level.locationId
            const ofItem = limited.filter(({ inventoryItemId }) => inventoryItemId === item)
            return fitsAt(ofItem, level, bookings.filter(isHere))
          }),
      ),
    ),
  )
}

/** At each instant of what one piece needs, what is free holds so many pieces; the least counts. */
function fitsAt(
  demands: readonly Omit<StockDemand, "lineId">[],
  { available }: StockLevel,
  bookings: readonly StockBooking[],
): number {
  let most = Infinity
  for (const { period } of demands) {
    const needed = loadSteps(demands, period)
    const taken = loadSteps(bookings, period)
    for (const from of new Set([...needed, ...taken].map((step) => step.from ?? -Infinity))) {
      const each = quantityAt(needed, from)
      if (compare(each, "0") > 0) {
        most = Math.min(most, wholeTimes(subtract(available, quantityAt(taken, from)), each))
      }
    }
  }
  return most
}

/** The quantity of the last step that has begun. */
function quantityAt(steps: ReturnType<typeof loadSteps>, from: number): Decimal {
  return steps.reduce<Decimal>((quantity, step) => ((step.from ?? -Infinity) <= from ? step.quantity : quantity), "0")
}

const wholeTimes = (free: Decimal, each: Decimal): number =>
  compare(free, each) < 0 ? 0 : Math.floor(Number(quotient(free, each)))
