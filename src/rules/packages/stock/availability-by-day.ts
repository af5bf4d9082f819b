import { addDays, startOfDay, type CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { RentalPeriod } from "../time/rental-period"
import type { StockBooking, StockLevel } from "./check-stock"
import { mostThatFits } from "./most-that-fits"
import { stockDemands, type VariantStocks } from "./stock-demands"

/** What one piece consists of in stock: one line for a variant, several for a package. */
export interface PieceLine {
  variantId: string
  /** In one piece. */
  quantity: Decimal
  /** Whether it comes back: else it is sold for good, and what is booked later counts on each day. */
  isRented: boolean
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
  const lines = facts.piece.map((line) => ({ ...line, lineId: "", period: line.isRented ? period : null }))
  return mostThatFits({
    demands: stockDemands(lines, facts.stocks),
    levels: facts.levels,
    bookings: facts.bookings,
  })
}

const dayOf = (date: CivilDate, timeZone: string): RentalPeriod => ({
  from: startOfDay(date, timeZone),
  to: startOfDay(addDays(date, 1), timeZone),
})
