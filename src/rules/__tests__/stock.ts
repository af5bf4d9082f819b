import fc from "fast-check"
import type {
  BlockedPeriod,
  StockBooking,
  StockDemand,
  StockLevel,
  StockLine,
  StockLoad,
  VariantStock,
} from "../packages"
import { decimalOf } from "./arbitraries"

/** Stock for specs: few hours, items and locations, so that periods touch and overlap. */

const ITEMS = ["chair", "lamp"]
const LOCATIONS = ["berlin", "zurich"]

export const periods: fc.Arbitrary<BlockedPeriod> = fc
  .record({ from: fc.integer({ min: 0, max: 8 }), length: fc.integer({ min: 1, max: 5 }) })
  .map(({ from, length }) => ({ from, to: from + length }))

export const periodsOrForGood: fc.Arbitrary<BlockedPeriod | null> = fc.oneof(
  { weight: 4, arbitrary: periods },
  { weight: 1, arbitrary: fc.constant(null) },
)

/** Tenths, so that binary floating point would go wrong. */
const quantities = (most: number) => fc.integer({ min: 1, max: most }).map((tenths) => decimalOf(tenths, 1))

export const loads: fc.Arbitrary<StockLoad> = fc.record({ quantity: quantities(40), period: periodsOrForGood })

const bookings: fc.Arbitrary<StockBooking> = fc.record({
  inventoryItemId: fc.constantFrom(...ITEMS),
  locationId: fc.constantFrom(...LOCATIONS),
  quantity: quantities(40),
  period: periodsOrForGood,
})

const demands: fc.Arbitrary<Omit<StockDemand, "lineId">> = fc.record({
  variantId: fc.constantFrom("v1", "v2"),
  inventoryItemId: fc.constantFrom(...ITEMS),
  quantity: quantities(30),
  period: periodsOrForGood,
  mayBackorder: fc.boolean(),
})

/** Facts of one location or of two. */
export const stockFacts = (locations = LOCATIONS) =>
  fc.record({
    demands: fc
      .array(demands, { maxLength: 6 })
      .map((all) => all.map((one, index): StockDemand => ({ ...one, lineId: `line${index}` }))),
    levels: fc
      .tuple(...ITEMS.flatMap((item) => locations.map((location) => level(item, location))))
      .map((all) => all.flat()),
    bookings: fc
      .array(bookings, { maxLength: 6 })
      .map((all) => all.filter(({ locationId }) => locations.includes(locationId))),
  })

const level = (inventoryItemId: string, locationId: string): fc.Arbitrary<StockLevel> =>
  fc.integer({ min: 0, max: 100 }).map((tenths) => ({ inventoryItemId, locationId, available: decimalOf(tenths, 1) }))

export const variantStock = (variantId: string, more: Partial<VariantStock> = {}): VariantStock => ({
  variantId,
  isManaged: true,
  mayBackorder: false,
  buffer: { beforeMinutes: 0, afterMinutes: 0 },
  isTimed: false,
  items: [{ inventoryItemId: variantId, requiredQuantity: "1" }],
  ...more,
})

export const stocksOf = (...all: VariantStock[]) => new Map(all.map((one) => [one.variantId, one]))

export const stockLine = (variantId: string, quantity: string, more: Partial<StockLine> = {}): StockLine => ({
  lineId: `line of ${variantId}`,
  variantId,
  quantity,
  period: null,
  ...more,
})
