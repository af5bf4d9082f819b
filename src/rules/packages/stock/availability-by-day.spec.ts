import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { stockFacts, stocksOf, variantStock } from "../../__tests__/stock"
import { multiply } from "../../money"
import { availabilityByDay, availableIn, type AvailabilityFacts } from "./availability-by-day"
import { checkStock, type StockBooking } from "./check-stock"
import { mostThatFits } from "./most-that-fits"

const at = (iso: string) => Date.parse(iso)
const booking = (from: string, to: string, quantity = "1"): StockBooking => ({
  inventoryItemId: "tent",
  locationId: "berlin",
  quantity,
  period: { from: at(from), to: at(to) },
})
const facts = (more: Partial<AvailabilityFacts> = {}): AvailabilityFacts => ({
  piece: [{ variantId: "tent", quantity: "1", isRented: true }],
  stocks: stocksOf(variantStock("tent")),
  levels: [{ inventoryItemId: "tent", locationId: "berlin", available: "3" }],
  bookings: [],
  timeZone: "Europe/Zurich",
  ...more,
})
const byDay = (of: AvailabilityFacts, from: string, to: string) =>
  availabilityByDay(of, { from, to }).map(({ date, available }) => `${date.slice(8)}: ${available ?? "any"}`)

describe("availabilityByDay (P18)", () => {
  it("counts the peak of each day of the store's wall clock", () => {
    const bookings = [
      booking("2026-07-02T08:00Z", "2026-07-02T12:00Z"),
      booking("2026-07-02T12:00Z", "2026-07-03T22:00Z"),
      booking("2026-07-03T10:00Z", "2026-07-03T11:00Z"),
    ]
    expect(byDay(facts({ bookings }), "2026-07-01", "2026-07-04")).toEqual(["01: 3", "02: 2", "03: 1", "04: 3"])
  })

  it("a day of 25 hours is one day", () => {
    const bookings = [booking("2026-10-25T22:30Z", "2026-10-25T23:00Z")]
    expect(byDay(facts({ bookings }), "2026-10-24", "2026-10-26")).toEqual(["24: 3", "25: 2", "26: 3"])
  })

  it("a day is free with its buffers", () => {
    const stocks = stocksOf(variantStock("tent", { buffer: { beforeMinutes: 0, afterMinutes: 60 } }))
    const bookings = [booking("2026-07-02T22:30Z", "2026-07-03T10:00Z", "3")]
    expect(byDay(facts({ bookings, stocks }), "2026-07-01", "2026-07-04")).toEqual(["01: 3", "02: 0", "03: 0", "04: 3"])
  })

  it("a package is as free as the scarcest of what is in it, summed", () => {
    const stocks = stocksOf(
      variantStock("set", { items: [{ inventoryItemId: "tent", requiredQuantity: "2" }] }),
      variantStock("tent"),
      variantStock("cord", { items: [{ inventoryItemId: "cord", requiredQuantity: "0.5" }] }),
    )
    const levels = [
      { inventoryItemId: "tent", locationId: "berlin", available: "7" },
      { inventoryItemId: "cord", locationId: "berlin", available: "1.5" },
    ]
    const piece = (...variants: string[]) => variants.map((variantId) => ({ variantId, quantity: "1", isRented: true }))
    const free = (...variants: string[]) => availableIn(facts({ stocks, levels, piece: piece(...variants) }), null)
    expect(free("set", "tent")).toBe(2)
    expect(free("tent")).toBe(7)
    expect(free("tent", "cord")).toBe(3)
  })

  it("P16: an accessory that is a line of its own is needed once, however many pieces", () => {
    const stocks = stocksOf(variantStock("tent"), variantStock("box"))
    const levels = (boxes: string) => [
      { inventoryItemId: "tent", locationId: "berlin", available: "3" },
      { inventoryItemId: "box", locationId: "berlin", available: boxes },
    ]
    const tent = { variantId: "tent", quantity: "1", isRented: true }
    const once = (variantId: string) => ({ ...tent, variantId, isOnce: true })
    const free = (boxes: string, variantId = "box") =>
      availableIn(facts({ stocks, levels: levels(boxes), piece: [tent, once(variantId)] }), null)
    expect([free("1"), free("0"), free("0", "tent")]).toEqual([3, 0, 2])
  })

  it("what is sold for good counts all later bookings on each day; what is not counted is free at any number", () => {
    const sold = [{ variantId: "tent", quantity: "1", isRented: false }]
    const bookings = [booking("2027-01-01T00:00Z", "2027-01-02T00:00Z", "2")]
    expect(byDay(facts({ bookings, piece: sold }), "2026-07-01", "2026-07-02")).toEqual(["01: 1", "02: 1"])
    const stocks = stocksOf(variantStock("tent", { mayBackorder: true }))
    expect(byDay(facts({ stocks }), "2026-07-01", "2026-07-01")).toEqual(["01: any"])
  })
})

describe("mostThatFits", () => {
  it("law: at one location, so many pass the check, and one more does not", () => {
    fc.assert(
      fc.property(stockFacts(["berlin"]), (all) => {
        const most = mostThatFits(all)
        const pass = (pieces: number) =>
          checkStock({
            ...all,
            demands: all.demands
              .filter(({ mayBackorder }) => !mayBackorder)
              .map((one) => ({ ...one, quantity: multiply(one.quantity, pieces) })),
          }).isEnough
        if (most !== null) {
          expect(most === 0 || pass(most)).toBe(true)
          expect(pass(most + 1)).toBe(false)
        }
      }),
      LAW,
    )
  })
})
