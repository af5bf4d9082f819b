import fc from "fast-check"
import { salesEventsOf } from "../events"
import { decideOwnChange, OWN_CHANGES, ownChangesOf } from "./own-change"
import { nextDayOf, statusesToReach, statusOfOrder, typeAgainstCancellation, type StatusFacts } from "./decide-status"
import { lineTypeOf, SALE_TYPES } from "./line-type"
import type { LineFacts, ProgressContext } from "./line-progress"
import { canMove, isFinal, SALE_STATUSES, wayTo, type SaleStatus } from "./sale-status"

const now = "2026-03-20T10:00:00.000Z"
const context: ProgressContext = { now, asOf: "2026-03-20", returnDays: 14, isOrderClosed: false }
const line = (facts: Partial<LineFacts>): LineFacts => ({
  type: "simple",
  isEmpty: false,
  isGivenUp: false,
  isFulfilled: false,
  isShipped: false,
  isDelivered: false,
  deliveredOn: null,
  provisionedOn: null,
  startsAt: null,
  endsOn: null,
  isReturned: false,
  ...facts,
})
const order = (lines: LineFacts[], facts: Partial<StatusFacts> = {}): StatusFacts => ({
  isPaymentSecured: true,
  isBegun: false,
  isCanceled: false,
  lines,
  ...facts,
})

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-03-${String(one).padStart(2, "0")}`)
const anyLine: fc.Arbitrary<LineFacts> = fc.record({
  type: fc.constantFrom(...SALE_TYPES),
  isEmpty: fc.boolean(),
  isGivenUp: fc.boolean(),
  isFulfilled: fc.boolean(),
  isShipped: fc.boolean(),
  isDelivered: fc.boolean(),
  deliveredOn: fc.option(day),
  provisionedOn: fc.option(day),
  startsAt: fc.option(day.map((one) => `${one}T10:00:00.000Z`)),
  endsOn: fc.option(day),
  isReturned: fc.boolean(),
})
const anyOrder: fc.Arbitrary<StatusFacts> = fc.record({
  isPaymentSecured: fc.boolean(),
  isBegun: fc.boolean(),
  isCanceled: fc.boolean(),
  lines: fc.array(anyLine, { maxLength: 4 }),
})
const anyContext: fc.Arbitrary<ProgressContext> = fc.record({
  now: day.map((one) => `${one}T10:00:00.000Z`),
  asOf: day,
  returnDays: fc.integer({ min: 0, max: 30 }),
  isOrderClosed: fc.boolean(),
})
const anyStatus = fc.constantFrom(...SALE_STATUSES)

describe("H2: a sale's status", () => {
  it("closed, canceled and stopped are final, and nothing else", () => {
    expect(SALE_STATUSES.filter(isFinal).sort()).toEqual(["canceled", "closed", "stopped"])
  })

  it("law: whatever happens, each step is one that is allowed, and what is final stays", () => {
    fc.assert(
      fc.property(anyStatus, anyOrder, anyContext, (from, facts, now) => {
        let at: SaleStatus = from
        for (const to of statusesToReach(from, facts, now)) {
          expect(canMove(at, to)).toBe(true)
          at = to
        }
        expect(isFinal(from) && at !== from).toBe(false)
      }),
    )
  })

  it("law: asked again, it goes nowhere", () => {
    fc.assert(
      fc.property(anyStatus, anyOrder, anyContext, (from, facts, now) => {
        const at = statusesToReach(from, facts, now).at(-1) ?? from
        expect(statusesToReach(at, facts, now)).toEqual([])
      }),
    )
  })

  it("law: an order that was canceled is never finalized by itself", () => {
    fc.assert(
      fc.property(anyStatus, anyOrder, anyContext, (from, facts, now) => {
        const way = statusesToReach(from, { ...facts, isCanceled: true }, now)
        expect(way.filter((status) => status !== "canceled")).toEqual([])
      }),
    )
  })

  it("law: a mixed order is never further than one of its lines alone", () => {
    const rank = ["created", "processing", "finalized", "closed"]
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), anyContext, (all, now) => {
        const lines = all.map((one) => ({ ...one, isGivenUp: false }))
        const whole = rank.indexOf(statusOfOrder(order(lines), now))
        const each = lines.map((one) => rank.indexOf(statusOfOrder(order([one]), now)))
        expect(whole).toBe(Math.min(...each))
      }),
    )
  })

  it("H2: a delivery that was given up ends the sale where nothing else is to come, and holds up nothing else", () => {
    const given = line({ type: "service", isGivenUp: true })
    const went = line({ isFulfilled: true })
    expect(statusesToReach("processing", order([given]), context)).toEqual(["stopped"])
    expect(statusesToReach("processing", order([given, line({ isEmpty: true })]), context)).toEqual(["stopped"])
    expect(statusesToReach("processing", order([given, went]), context)).toEqual(["finalized"])
    expect(statusesToReach("processing", order([given, line({})]), context)).toEqual([])
    expect(statusesToReach("created", order([given], { isPaymentSecured: false }), context)).toEqual([])
    expect(statusesToReach("interrupted", order([given]), context)).toEqual([])
    expect(statusesToReach("processing", order([given], { isCanceled: true }), context)).toEqual(["canceled"])
    for (const past of ["finalized", "closed", "canceled"] as const) {
      expect(statusesToReach(past, order([given]), context)).toEqual([])
    }
  })

  it("law: on its next day, and on no earlier one, time changes a status or what can be canceled", () => {
    fc.assert(
      fc.property(anyOrder, anyContext, (facts, now) => {
        const status = statusesToReach("created", facts, now).at(-1) ?? "created"
        const next = nextDayOf(status, facts, now)
        const before =
          next === null ? "2027-01-01" : `${next.slice(0, 8)}${String(Number(next.slice(8)) - 1).padStart(2, "0")}`
        fc.pre(before > now.asOf)
        expect(statusesToReach(status, facts, { ...now, asOf: before })).toEqual([])
      }),
    )
  })

  it("goes through what lies between", () => {
    expect(wayTo("created", "closed")).toEqual(["processing", "finalized", "closed"])
    expect(wayTo("closed", "canceled")).toEqual([])
    expect(wayTo("closed", "created")).toEqual([])
  })
})

describe("H4: the table of types", () => {
  const reach = (lines: LineFacts[], facts: Partial<StatusFacts> = {}, now: Partial<ProgressContext> = {}) =>
    statusOfOrder(order(lines, facts), { ...context, ...now })

  it.each([
    ["simple: fulfilled", line({ isFulfilled: true }), "finalized"],
    [
      "simple: delivered, within the return period",
      line({ isFulfilled: true, isDelivered: true, deliveredOn: "2026-03-10" }),
      "finalized",
    ],
    [
      "simple: the return period is over",
      line({ isFulfilled: true, isDelivered: true, deliveredOn: "2026-03-06" }),
      "closed",
    ],
    ["digital: fulfilled is not delivered", line({ type: "digital", isFulfilled: true }), "processing"],
    ["digital: delivered", line({ type: "digital", isDelivered: true }), "closed"],
    ["service: not yet", line({ type: "service" }), "processing"],
    ["service: provisioned", line({ type: "service", provisionedOn: "2026-03-20" }), "finalized"],
    ["subscription: the return period is over", line({ type: "subscription", provisionedOn: "2026-03-06" }), "closed"],
    ["booking: under way", line({ type: "booking", endsOn: "2026-03-21" }), "processing"],
    ["booking: over", line({ type: "booking", endsOn: "2026-03-20" }), "finalized"],
    ["booking: back", line({ type: "booking", endsOn: "2026-03-20", isReturned: true }), "closed"],
  ] as const)("%s", (_what, facts, status) => expect(reach([facts])).toBe(status))

  it("simple: an order that is completed or archived is closed", () => {
    expect(reach([line({ isFulfilled: true })], {}, { isOrderClosed: true })).toBe("closed")
    expect(reach([line({})], {}, { isOrderClosed: true })).toBe("processing")
  })

  it("created until a payment is secured or something has left", () => {
    expect(reach([line({})], { isPaymentSecured: false })).toBe("created")
    expect(reach([line({})], { isPaymentSecured: false, isBegun: true })).toBe("processing")
  })

  it("says until when the order can be canceled, and which type stands against it", () => {
    const against = (...lines: LineFacts[]) => typeAgainstCancellation({ lines }, context)
    expect(against(line({ isFulfilled: true }))).toBeNull()
    expect(against(line({ isShipped: true }))).toBe("simple")
    expect(against(line({ type: "digital", isDelivered: true }))).toBe("digital")
    expect(against(line({ type: "service", provisionedOn: "2026-03-20" }))).toBe("service")
    expect(against(line({ type: "booking", startsAt: "2026-03-20T10:00:01.000Z" }))).toBeNull()
    expect(against(line({ type: "booking", startsAt: "2026-03-20T10:00:00.000Z" }))).toBe("booking")
    expect(against(line({}), line({ type: "subscription", provisionedOn: "2026-03-20" }))).toBe("subscription")
    const over = line({ type: "subscription", provisionedOn: "2026-03-20", isEmpty: true })
    expect(against(line({}), over)).toBeNull()
  })

  it("what was fulfilled and taken back before it left is canceled with its order; what has left is not", () => {
    const canceled = (one: LineFacts, from: SaleStatus = "finalized") =>
      statusesToReach(from, order([one], { isCanceled: true }), context)
    expect(canceled(line({}))).toEqual(["canceled"])
    expect(canceled(line({ isShipped: true }))).toEqual([])
    expect(canceled(line({ type: "subscription", provisionedOn: "2026-03-20" }))).toEqual([])
    expect(canceled(line({}), "closed")).toEqual([])
  })

  it("tells the type of a line", () => {
    const typed = { requiresShipping: true, productType: null, isBooked: false, isRecurring: false }
    expect(lineTypeOf(typed, ["service"])).toBe("simple")
    expect(lineTypeOf({ ...typed, requiresShipping: false }, ["service"])).toBe("digital")
    expect(lineTypeOf({ ...typed, productType: " Service" }, ["service"])).toBe("service")
    expect(lineTypeOf({ ...typed, isProvisioned: true }, [])).toBe("service")
    expect(lineTypeOf({ ...typed, isRecurring: true, productType: "service" }, ["service"])).toBe("subscription")
    expect(lineTypeOf({ ...typed, isRecurring: true, isBooked: true }, ["service"])).toBe("booking")
  })
})

describe("H2: what a merchant does with a sale", () => {
  it("holds what is processed, releases what is on hold, stops what is not finalized", () => {
    const open = Object.fromEntries(SALE_STATUSES.map((status) => [status, ownChangesOf(status)]))
    expect(open).toEqual({
      created: ["stop"],
      processing: ["hold", "stop"],
      interrupted: ["release", "stop"],
      finalized: [],
      closed: [],
      canceled: [],
      stopped: [],
    })
  })

  it("is told on the bus, and so is a sale that stops by itself; what the order does Medusa tells", () => {
    const move = (fromStatus: SaleStatus | null, toStatus: SaleStatus | null) => ({ fromStatus, toStatus })
    const names = (...moves: ReturnType<typeof move>[]) =>
      salesEventsOf({ id: "sale_1", order_id: "order_1" }, moves).map(({ name }) => name)
    expect(names(move("processing", "interrupted"))).toEqual(["sales.sale.held"])
    expect(names(move("interrupted", "processing"), move("processing", "finalized"))).toEqual(["sales.sale.released"])
    expect(names(move("created", "processing"), move("processing", "stopped"))).toEqual(["sales.sale.stopped"])
    expect(names(move(null, "created"), move("interrupted", "canceled"), move(null, null))).toEqual([])
  })

  it("law: what is allowed is a transition of the machine", () => {
    fc.assert(
      fc.property(anyStatus, fc.constantFrom(...OWN_CHANGES), (from, change) => {
        const decision = decideOwnChange(from, change)
        expect(decision.kind === "refuse" || canMove(from, decision.to)).toBe(true)
      }),
    )
  })
})
