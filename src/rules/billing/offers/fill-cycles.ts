import type { Interval } from "../../calendar"
import { multiply, multiplyRatio, subtract, type Decimal } from "../../money"
import type { IntervalUnit } from "../states"

/** 1 year = 12 months = 52 weeks = 365 days (B9). */
export const UNITS_PER_YEAR: Readonly<Record<IntervalUnit, number>> = { day: 365, week: 52, month: 12, year: 1 }

export interface CycleToFill {
  interval: Interval
  /** 0 to 100; left out: nothing off. */
  percentOff?: Decimal | number
}

/** Every cycle's price from the monthly one: monthly × 12 × length ÷ year, less the percentage, rounded once (B9). */
export function fillCycles(monthlyPrice: Decimal, cycles: readonly CycleToFill[], currency: string): Decimal[] {
  return cycles.map(({ interval, percentOff = 0 }) =>
    multiplyRatio(
      monthlyPrice,
      {
        numerator: multiply(subtract("100", String(percentOff)), 12 * interval.count),
        denominator: 100 * UNITS_PER_YEAR[interval.unit],
      },
      currency,
    ),
  )
}
