import { compare, subtract, type Decimal } from "../../money"
import type { BlockedPeriod } from "./blocked-period"
import { peakLoad, type StockLoad } from "./peak-load"
import type { StockDemand } from "./stock-demands"

/** What is in stock of an item at a location, less what Medusa has reserved. */
export interface StockLevel {
  inventoryItemId: string
  locationId: string
  available: Decimal
}

/** What others have taken of an item at a location. */
export interface StockBooking extends StockLoad {
  inventoryItemId: string
  locationId: string
}

export interface StockFacts {
  demands: readonly StockDemand[]
  /** Those that may serve the order, of the sales channel's locations: the earlier is preferred. */
  levels: readonly StockLevel[]
  bookings: readonly StockBooking[]
}

/** A demand with the location that serves it. */
export interface PlacedDemand extends StockDemand {
  locationId: string
}

/** A demand that nobody can serve. */
export interface StockShortage {
  lineId: string
  variantId: string
  inventoryItemId: string
  /** Where the most of it is free; null: no location has the item. */
  locationId: string | null
  /** Null: for good. */
  period: BlockedPeriod | null
  asked: Decimal
  /** What that location has left in the period, after the order's other lines; never negative. */
  free: Decimal
}

export type StockAnswer =
  { isEnough: true; placed: PlacedDemand[] } | { isEnough: false; shortages: [StockShortage, ...StockShortage[]] }

/**
 * Whether all demands of an order fit together, and from where each is served (P18). Demands of one item are added up
 * over all lines before anything is reserved; what is taken in a period counts at its peak. Each demand is served by the
 * first location that has enough left for it, the greatest first: where nothing else is taken, that is Medusa's own
 * choice. The order of the lines changes nothing. What may be sold beyond the stock comes last, and is never short.
 */
export function checkStock({ demands, levels, bookings }: StockFacts): StockAnswer {
  const places = placesByItem(levels, bookings)
  const placed: PlacedDemand[] = []
  const shortages: StockShortage[] = []
  for (const demand of [...demands].sort(greatestFirst)) {
    const candidates = (places.get(demand.inventoryItemId) ?? []).map((place) => ({
      place,
      free: freeAt(place, demand.period),
    }))
    const enough = candidates.find(({ free }) => compare(free, demand.quantity) >= 0)
    const chosen = enough?.place ?? (demand.mayBackorder ? candidates[0]?.place : undefined)
    if (chosen) {
      chosen.loads.push({ quantity: demand.quantity, period: demand.period })
      placed.push({ ...demand, locationId: chosen.level.locationId })
    } else if (!demand.mayBackorder) {
      shortages.push(shortageOf(demand, candidates))
    }
  }
  const [first, ...others] = shortages
  return first ? { isEnough: false, shortages: [first, ...others] } : { isEnough: true, placed }
}

interface Place {
  level: StockLevel
  /** Others' bookings, and this order's demands so far. */
  loads: StockLoad[]
}

function placesByItem(levels: readonly StockLevel[], bookings: readonly StockBooking[]): Map<string, Place[]> {
  const loads = new Map<string, StockLoad[]>()
  for (const booking of bookings) {
    const key = `${booking.inventoryItemId} ${booking.locationId}`
    loads.set(key, [...(loads.get(key) ?? []), booking])
  }
  const places = new Map<string, Place[]>()
  for (const level of levels) {
    const { inventoryItemId, locationId } = level
    const place = { level, loads: loads.get(`${inventoryItemId} ${locationId}`) ?? [] }
    places.set(inventoryItemId, [...(places.get(inventoryItemId) ?? []), place])
  }
  return places
}

const freeAt = ({ level, loads }: Place, period: BlockedPeriod | null): Decimal =>
  subtract(level.available, peakLoad(loads, period))

/** A fixed order of demands, whatever the order of lines. */
function greatestFirst(one: StockDemand, other: StockDemand): number {
  return (
    Number(one.mayBackorder) - Number(other.mayBackorder) ||
    compareText(one.inventoryItemId, other.inventoryItemId) ||
    compare(other.quantity, one.quantity) ||
    (one.period?.from ?? -1) - (other.period?.from ?? -1) ||
    (one.period?.to ?? -1) - (other.period?.to ?? -1) ||
    compareText(one.lineId, other.lineId)
  )
}

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

function shortageOf(demand: StockDemand, candidates: { place: Place; free: Decimal }[]): StockShortage {
  const most = candidates.reduce<{ place: Place; free: Decimal } | null>(
    (best, one) => (best && compare(one.free, best.free) <= 0 ? best : one),
    null,
  )
  const { lineId, variantId, inventoryItemId, period, quantity } = demand
  return {
    ...{ lineId, variantId, inventoryItemId, period },
    locationId: most?.place.level.locationId ?? null,
    asked: quantity,
    free: most && compare(most.free, "0") > 0 ? most.free : "0",
  }
}
