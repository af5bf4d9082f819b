import fc from "fast-check"
import { sum } from "../../money"
import type { LineFacts } from "../status/line-progress"
import { decideEvents, type FollowContext, type SaleFacts, type SaleState } from "./decide-events"

const context: FollowContext = {
  asOf: "2026-03-20",
  now: "2026-03-20T10:00:00.000Z",
  cause: "paid",
  returnDays: 14,
  isOrderClosed: false,
}
const line: LineFacts = {
  ...{
    type: "simple",
    isEmpty: false,
    isGivenUp: false,
    isFulfilled: false,
    isShipped: false,
    isDelivered: false,
    deliveredOn: null,
  },
  ...{ provisionedOn: null, startsAt: null, endsOn: null, isReturned: false },
}
const at = "2026-03-01T10:00:00.000Z"
const facts = (more: Partial<SaleFacts> = {}): SaleFacts => ({
  ...{ placedAt: at, soldOn: "2026-03-01", total: "20", credited: "0", currency: "eur" },
  ...{ isAuthorized: false, isCanceled: false, hasComeBack: false, moves: [], goods: [] },
  ...{ lines: [line], isChanged: false, ...more },
})
const captured = { id: "capt_1", kind: "captured" as const, amount: "20", at, on: "2026-03-05" }
const refunded = { id: "ref_1", kind: "refunded" as const, amount: "5", at, on: "2026-03-09" }

/** The sale after what was decided. */
function after(before: SaleState | null, of: SaleFacts, now: FollowContext = context): SaleState {
  const { events, status, payment, soldTotal } = decideEvents(before, of, now)
  return {
    status,
    soldTotal,
    isEffective: payment.isEffective,
    snapshots: (before?.snapshots ?? 0) + (events.some(({ hasSnapshot }) => hasSnapshot) ? 1 : 0),
    sources: new Set([...(before?.sources ?? []), ...events.map(({ source }) => source)]),
  }
}
const figures = (before: SaleState | null, of: SaleFacts) =>
  decideEvents(before, of, context).events.flatMap(({ amount, countedOn }) =>
    amount === null ? [] : [[amount, countedOn]],
  )

describe("H1 to H5: what a sale's chain lacks", () => {
  it("begins with what was sold, and its snapshot", () => {
    const { events } = decideEvents(null, facts(), context)
    expect(events).toMatchObject([{ kind: "sold", toStatus: "created", hasSnapshot: true, occurredAt: at }])
  })

  it("money counts on the day of the sale, what comes later and each refund on its own", () => {
    expect(figures(null, facts({ moves: [captured, refunded] }))).toEqual([
      ["20", "2026-03-01"],
      ["-5", "2026-03-09"],
    ])
    const paid = after(null, facts({ moves: [captured] }))
    const later = { ...captured, id: "capt_2", amount: "3", on: "2026-04-01" }
    expect(figures(paid, facts({ moves: [captured, later] }))).toEqual([["3", "2026-04-01"]])
  })

  it("says who gave money back, where Medusa names an admin", () => {
    const { events } = decideEvents(null, facts({ moves: [captured, { ...refunded, userId: "user_1" }] }), context)
    expect(events.filter(({ amount }) => amount !== null).map(({ userId }) => userId)).toEqual([null, "user_1"])
  })

  it("says who captured, fulfilled and shipped, where Medusa names an admin, and what a payer's bank took back", () => {
    const goods = (["fulfilled", "shipped"] as const).map((kind) => ({ kind, id: "ful_1", at, userId: "user_2" }))
    const moves = [
      { ...captured, userId: "user_1" },
      { ...refunded, isTakenBack: true as const },
    ]
    const { events } = decideEvents(null, facts({ moves, goods }), context)
    expect(events.flatMap(({ kind, userId, reason }) => (kind === "sold" ? [] : [[kind, userId, reason]]))).toEqual([
      ["captured", "user_1", null],
      ["refunded", null, "taken_back"],
      ["paid", null, "paid"],
      ["fulfilled", "user_2", null],
      ["shipped", "user_2", null],
      ["status", null, "paid"],
    ])
  })

  it("H2, H3: what was provisioned before it was paid is finalized, and counts once it is paid", () => {
    const lines: LineFacts[] = [{ ...line, type: "service", provisionedOn: "2026-03-01" }]
    const made = decideEvents(null, facts({ lines }), { ...context, asOf: "2026-03-02" })
    expect(made).toMatchObject({ status: "finalized", payment: { status: "not_paid", isEffective: false } })
  })

  it("a new snapshot stands with each change of what the order says", () => {
    const sold = after(null, facts())
    const { events } = decideEvents(sold, facts({ isChanged: true, total: "25" }), { ...context, cause: "edited" })
    expect(events).toMatchObject([{ kind: "changed", hasSnapshot: true, reason: "edited", content: { total: "25" } }])
    const byAdmin = { ...context, cause: "edited", changedBy: "user_1" }
    expect(decideEvents(sold, facts({ isChanged: true }), byAdmin).events).toMatchObject([{ userId: "user_1" }])
  })

  it("law: asked again of the same order it says nothing, and asked bit by bit it counts the same", () => {
    const amount = fc.integer({ min: 1, max: 5_000 }).map((cents) => (cents / 100).toFixed(2))
    const moves = fc.uniqueArray(
      fc.record({ id: fc.nat().map(String), kind: fc.constantFrom("captured" as const, "refunded" as const), amount }),
      { selector: ({ id }) => id, maxLength: 6 },
    )
    fc.assert(
      fc.property(moves, fc.boolean(), fc.boolean(), (list, isFulfilled, isCanceled) => {
        const all = list.map((one) => ({ ...one, at, on: "2026-03-09" }))
        const goods = isFulfilled ? [{ kind: "fulfilled" as const, id: "ful_1", at }] : []
        const whole = facts({ moves: all, goods, lines: [{ ...line, isFulfilled }], isCanceled })
        const once = after(null, whole)
        expect(decideEvents(once, whole, context).events).toEqual([])

        let state = after(null, facts())
        let amounts: string[] = []
        for (let count = 0; count <= all.length; count++) {
          const part = count === all.length ? whole : facts({ moves: all.slice(0, count) })
          amounts = [...amounts, ...decideEvents(state, part, context).events.flatMap(({ amount: of }) => of ?? [])]
          state = after(state, part)
        }
        const atOnce = decideEvents(null, whole, context).events.flatMap(({ amount: of }) => of ?? [])
        expect(sum(amounts)).toBe(sum(atOnce))
      }),
    )
  })
})
