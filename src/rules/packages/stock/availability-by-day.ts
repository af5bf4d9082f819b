import { addDays, startOfDay, type CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { RentalPeriod } from "../time/rental-period"
import type { StockBooking, StockLevel } from "./check-stock"
import { mostThatFits } from "./most-that-fits"
import { stockDemands, type StockDemand, type VariantStocks } from "./stock-demands"

/** What one piece consists of in stock: one line for a variant, several for a package. */
export interface PieceLine {
  variantId: string
  /** In one piece. */
  quantity: Decimal
  /** Whether it comes back: else it is sold for good, and what is booked later counts on each day. */
  isRented: boolean
  /** Whether it is there once, however many pieces (P16); left out: in each. */
  isOnce?: boolean
}

export interface AvailabilityFacts {
  piece: readonly PieceLine[]
  stocks: VariantStocks
  levels: readonly StockLevel[]
  bookings: readonly StockBooking[]
  timeZone: string
}

export interface DayAvailability {
  date: CivilDate
  /** Pieces that are free on the whole day, with their buffers; null: any number. */
  available: number | null
}

/** How many pieces are free on each day from one date to another, both included, by the store's wall clock. */
export function availabilityByDay(
  facts: AvailabilityFacts,
  { from, to }: { from: CivilDate; to: CivilDate },
): DayAvailability[] {
  const days: DayAvailability[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push({ date, available: availableIn(facts, dayOf(date, facts.timeZone)) })
  }
  return days
}

/** How many pieces are free in a period (null: all that is asked is for good); null: any number. */
export function availableIn(facts: AvailabilityFacts, period: RentalPeriod | null): number | null {
  const demandsOf = (lines: readonly PieceLine[]) =>
    stockDemands(
      lines.map((line) => ({ ...line, lineId: "", period: line.isRented ? period : null })),
      facts.stocks,
    )
  const { levels, bookings } = facts
  const once = demandsOf(facts.piece.filter(({ isOnce }) => isOnce))
  if ((mostThatFits({ demands: once, levels, bookings }) ?? 1) < 1) {
    return 0
  }
  return mostThatFits({
    demands: demandsOf(facts.piece.filter(({ isOnce }) => !isOnce)),
    levels,
    bookings: [...bookings, ...takenOnce(once, levels)],
  })
}

/** What is there once is taken before the pieces are counted, wherever it is served from. */
const takenOnce = (once: readonly StockDemand[], levels: readonly StockLevel[]): StockBooking[] =>
  once
    .filter(({ mayBackorder }) => !mayBackorder)
    .flatMap(({ inventoryItemId, quantity, period }) =>
      levels
        .filter((level) => level.inventoryItemId === inventoryItemId)
        .map(({ locationId }) => ({ inventoryItemId, locationId, quantity, period })),
    )

const dayOf = (date: CivilDate, timeZone: string): RentalPeriod => ({
  from: startOfDay(date, timeZone),
  to: startOfDay(addDays(date, 1), timeZone),
})
