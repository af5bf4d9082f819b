import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { stockFacts, stockLine, stocksOf, variantStock } from "../../__tests__/stock"
import { add, compare } from "../../money"
import type { RentalPeriod } from "../time/rental-period"
import { checkStock, type StockBooking, type StockFacts } from "./check-stock"
import { peakLoad } from "./peak-load"
import { stockDemands, type StockLine, type VariantStock } from "./stock-demands"
import { withFreed } from "./with-freed"

const BERLIN = "berlin"
const level = (inventoryItemId: string, available: string, locationId = BERLIN) => ({
  inventoryItemId,
  locationId,
  available,
})
const days = (from: string, to: string): RentalPeriod => ({
  from: `2026-07-${from}T10:00Z`,
  to: `2026-07-${to}T10:00Z`,
})

interface Order {
  lines: StockLine[]
  stocks: VariantStock[]
  levels: StockFacts["levels"]
  bookings?: StockBooking[]
}

const check = ({ lines, stocks, levels, bookings = [] }: Order) =>
  checkStock({ demands: stockDemands(lines, stocksOf(...stocks)), levels, bookings })

describe("checkStock (P18)", () => {
  it("PK6: two lines that share one inventory item, stock 5, need 3 + 3: refused", () => {
    const stocks = [variantStock("plain"), variantStock("engraved", { items: variantStock("plain").items })]
    const lines = [stockLine("plain", "3"), stockLine("engraved", "3")]
    expect(check({ lines, stocks, levels: [level("plain", "5")] })).toEqual({
      isEnough: false,
      shortages: [
        expect.objectContaining({ inventoryItemId: "plain", locationId: BERLIN, asked: "3", free: "2", period: null }),
      ],
    })
    expect(check({ lines, stocks, levels: [level("plain", "6")] })).toMatchObject({ isEnough: true })
  })

  it("an order may be served from what it gives back by the same change", () => {
    const [stocks, lines, levels] = [[variantStock("plain")], [stockLine("plain", "3")], [level("plain", "1")]]
    const freed = { inventoryItemId: "plain", locationId: BERLIN, quantity: "2" }
    expect(check({ lines, stocks, levels }).isEnough).toBe(false)
    expect(check({ lines, stocks, levels: withFreed(levels, [freed]) }).isEnough).toBe(true)
    expect(withFreed(levels, [{ ...freed, locationId: "elsewhere" }])).toEqual(levels)
  })

  it("PK6: kits are summed by what they are made of", () => {
    const kit = variantStock("kit", {
      items: [
        { inventoryItemId: "chair", requiredQuantity: "2" },
        { inventoryItemId: "lamp", requiredQuantity: "1" },
      ],
    })
    const lines = [stockLine("kit", "2"), stockLine("chair", "3")]
    const levels = [level("chair", "6"), level("lamp", "2")]
    expect(check({ lines, stocks: [kit, variantStock("chair")], levels })).toMatchObject({
      shortages: [{ lineId: "line of chair", inventoryItemId: "chair", asked: "3", free: "2" }],
    })
  })

  it("PK7: a package of A and B, and A beside it, of 1 and 1: refused whichever comes first", () => {
    const lines = [
      stockLine("a", "1", { lineId: "content A" }),
      stockLine("b", "1", { lineId: "content B" }),
      stockLine("a", "1", { lineId: "A alone" }),
    ]
    const levels = [level("a", "1"), level("b", "1")]
    const stocks = [variantStock("a"), variantStock("b")]
    const refusal = check({ lines, stocks, levels })
    expect(refusal).toMatchObject({ isEnough: false, shortages: [{ inventoryItemId: "a", free: "0" }] })
    expect(check({ lines: [...lines].reverse(), stocks, levels })).toEqual(refusal)
    expect(check({ lines: lines.slice(0, 2), stocks, levels })).toMatchObject({ isEnough: true })
  })

  it("PK8: of 3 units three overlapping rentals pass, the fourth is refused, and what touches is free", () => {
    const taken = (from: string, to: string): StockBooking => ({
      inventoryItemId: "tent",
      locationId: BERLIN,
      quantity: "1",
      period: { from: Date.parse(days(from, to).from), to: Date.parse(days(from, to).to) },
    })
    const rent = (period: RentalPeriod, bookings: StockBooking[]) =>
      check({
        lines: [stockLine("tent", "1", { period })],
        stocks: [variantStock("tent")],
        levels: [level("tent", "3")],
        bookings,
      }).isEnough
    const two = [taken("01", "05"), taken("03", "08")]
    expect(rent(days("04", "06"), two)).toBe(true)
    expect(rent(days("04", "06"), [...two, taken("04", "05")])).toBe(false)
    // The peak counts, not the sum: never more than two of these three are out at once.
    expect(rent(days("01", "12"), [...two, taken("08", "12")])).toBe(true)
    expect(rent(days("05", "06"), [...two, taken("01", "05"), taken("01", "05")])).toBe(true)
  })

  it("a buffer keeps the article in before it goes out and after it is back", () => {
    const stocks = [variantStock("tent", { buffer: { beforeMinutes: 60, afterMinutes: 120 } })]
    const rent = (period: RentalPeriod, booked: { from: string; to: string }) =>
      check({
        lines: [stockLine("tent", "1", { period })],
        stocks,
        levels: [level("tent", "1")],
        bookings: [
          {
            ...{ inventoryItemId: "tent", locationId: BERLIN, quantity: "1" },
            period: { from: Date.parse(booked.from), to: Date.parse(booked.to) },
          },
        ],
      }).isEnough
    const period = { from: "2026-07-02T10:00Z", to: "2026-07-02T12:00Z" }
    expect(rent(period, { from: "2026-07-02T14:00Z", to: "2026-07-03T00:00Z" })).toBe(true)
    expect(rent(period, { from: "2026-07-02T13:59Z", to: "2026-07-03T00:00Z" })).toBe(false)
    expect(rent(period, { from: "2026-07-01T00:00Z", to: "2026-07-02T09:00Z" })).toBe(true)
    expect(rent(period, { from: "2026-07-01T00:00Z", to: "2026-07-02T09:01Z" })).toBe(false)
  })

  it("what is sold for good must be free of all later rentals", () => {
    const order = { stocks: [variantStock("tent")], levels: [level("tent", "2")] }
    const later = { inventoryItemId: "tent", locationId: BERLIN, quantity: "1", period: { from: 10, to: 20 } }
    expect(check({ ...order, lines: [stockLine("tent", "1")], bookings: [later] }).isEnough).toBe(true)
    expect(check({ ...order, lines: [stockLine("tent", "2")], bookings: [later] }).isEnough).toBe(false)
  })

  it("a demand is served by the first location that has enough for it, and never divided", () => {
    const order = { stocks: [variantStock("chair")], levels: [level("chair", "3"), level("chair", "4", "zurich")] }
    const served = (...quantities: string[]) => {
      const answer = check({
        ...order,
        lines: quantities.map((quantity, index) => stockLine("chair", quantity, { lineId: `line ${index}` })),
      })
      return answer.isEnough ? answer.placed.map(({ quantity, locationId }) => `${quantity} ${locationId}`) : null
    }
    expect(served("3")).toEqual(["3 berlin"])
    expect(served("4")).toEqual(["4 zurich"])
    expect(served("3", "3")).toEqual(["3 berlin", "3 zurich"])
    expect(served("5")).toBeNull()
  })

  it("what may be sold beyond the stock is never short, and takes nothing from other lines", () => {
    const stocks = [
      variantStock("backorder", { mayBackorder: true, items: variantStock("chair").items }),
      variantStock("chair"),
    ]
    const levels = [level("chair", "2")]
    expect(check({ lines: [stockLine("backorder", "9"), stockLine("chair", "2")], stocks, levels }).isEnough).toBe(true)
    expect(check({ lines: [stockLine("backorder", "9")], stocks, levels: [] }).isEnough).toBe(true)
  })

  it("stock that is not counted asks for nothing; an item that no location has is short", () => {
    const lines = [stockLine("service", "9")]
    expect(check({ lines, stocks: [variantStock("service", { isManaged: false })], levels: [] }).isEnough).toBe(true)
    expect(check({ lines, stocks: [variantStock("service")], levels: [] })).toMatchObject({
      shortages: [{ locationId: null, asked: "9", free: "0" }],
    })
  })

  it("law: the order of the lines changes nothing", () => {
    fc.assert(
      fc.property(
        stockFacts().chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray(facts.demands, { minLength: facts.demands.length }),
            fc.shuffledSubarray(facts.bookings, { minLength: facts.bookings.length }),
          ),
        ),
        ([facts, demands, bookings]) => {
          expect(checkStock({ ...facts, demands, bookings })).toEqual(checkStock(facts))
        },
      ),
      LAW,
    )
  })

  it("law: what passes is at no instant more than there is, of what is not sold beyond the stock", () => {
    fc.assert(
      fc.property(stockFacts(), (facts) => {
        const answer = checkStock(facts)
        for (const demand of answer.isEnough ? answer.placed.filter(({ mayBackorder }) => !mayBackorder) : []) {
          const isHere = (one: { inventoryItemId: string; locationId: string }) =>
            one.inventoryItemId === demand.inventoryItemId && one.locationId === demand.locationId
          const together = [
            ...facts.bookings.filter(isHere),
            ...(answer.isEnough ? answer.placed.filter((one) => isHere(one) && !one.mayBackorder) : []),
          ]
          const available = facts.levels.find(isHere)?.available ?? "0"
          expect(compare(peakLoad(together, demand.period), available)).toBeLessThanOrEqual(0)
        }
      }),
      LAW,
    )
  })

  it("law: of one location, all passes exactly if it fits at every instant", () => {
    fc.assert(
      fc.property(stockFacts([BERLIN]), (facts) => {
        const demands = facts.demands.filter(({ mayBackorder }) => !mayBackorder)
        const fits = facts.levels.every(({ inventoryItemId, available }) => {
          const isOfItem = (one: { inventoryItemId: string }) => one.inventoryItemId === inventoryItemId
          const asked = demands.filter(isOfItem)
          const all = [...facts.bookings.filter(isOfItem), ...asked]
          return asked.every(({ period }) => compare(peakLoad(all, period), available) <= 0)
        })
        expect(checkStock({ ...facts, demands }).isEnough).toBe(fits)
      }),
      LAW,
    )
  })

  it("law: one line more of the same never helps", () => {
    fc.assert(
      fc.property(stockFacts([BERLIN]), (facts) => {
        const [first] = facts.demands
        if (first && !checkStock(facts).isEnough) {
          const more = { ...first, lineId: "more", quantity: add(first.quantity, "1") }
          expect(checkStock({ ...facts, demands: [...facts.demands, more] }).isEnough).toBe(false)
        }
      }),
      LAW,
    )
  })
})
