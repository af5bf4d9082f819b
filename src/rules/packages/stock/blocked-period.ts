import { Temporal } from "temporal-polyfill"
import type { RentalPeriod } from "../time/rental-period"

/** A half-open period in which stock is taken, in milliseconds since 1970. Null, where one is allowed: for good. */
export interface BlockedPeriod {
  from: number
  to: number
}

/** Minutes that an article needs before it goes out and after it is back. */
export interface StockBuffer {
  beforeMinutes: number
  afterMinutes: number
}

export const NO_BUFFER: StockBuffer = { beforeMinutes: 0, afterMinutes: 0 }

const MINUTE = 60_000

/** A rental's period with its buffers. Throws RangeError where it ends before it starts, or is no period of instants. */
export function blockedPeriod({ from, to }: RentalPeriod, { beforeMinutes, afterMinutes }: StockBuffer): BlockedPeriod {
  const [start, end] = [instant(from), instant(to)]
  if (start >= end) {
    throw new RangeError("the period ends before it starts")
  }
  return { from: start - beforeMinutes * MINUTE, to: end + afterMinutes * MINUTE }
}

/** An instant in ISO 8601, as milliseconds since 1970. */
export const instant = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds

/** Periods that touch do not overlap; what is taken for good overlaps all. */
export const overlaps = (one: BlockedPeriod | null, other: BlockedPeriod | null): boolean =>
  !one || !other || (one.from < other.to && other.from < one.to)
