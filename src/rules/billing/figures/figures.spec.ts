import fc from "fast-check"
import { sum } from "../../money"
import { figureMovement } from "./figure-movement"
import { subscriptionFigure, type FiguredSubscription } from "./subscription-figure"

const monthly: FiguredSubscription = {
  status: "active",
  interval: { unit: "month", count: 1 },
  currencyCode: "eur",
  cancelOn: null,
  lines: [{ amount: "30.00", isTaxInclusive: false, taxRate: "19" }],
  renewsOn: "2026-08-01",
}
const figure = (over: Partial<FiguredSubscription> = {}) => subscriptionFigure({ ...monthly, ...over })

describe("B60: what a subscription adds to the figures", () => {
  it.each([
    ["month", 1, "30"],
    ["month", 3, "10"],
    ["year", 1, "2.5"],
    ["year", 2, "1.25"],
    ["week", 1, "130"],
    ["week", 4, "32.5"],
    ["day", 365, "2.5"],
    ["day", 7, "130.36"],
  ] as const)("30.00 every %s × %i is %s a month, by B9's factors", (unit, count, mrr) => {
    expect(Number(figure({ interval: { unit, count } }).mrr)).toBe(Number(mrr))
  })

  it("is net of the tax in it, and rounded once", () => {
    const lines = [
      { amount: "29.90", isTaxInclusive: true, taxRate: "19" },
      { amount: "10.00", isTaxInclusive: true, taxRate: "7" },
      { amount: "5.00", isTaxInclusive: false, taxRate: "19" },
    ]
    // 25.126 → 25.13, 9.346 → 9.35, 5.00
    expect(figure({ lines }).mrr).toBe("39.48")
    expect(figure({ lines, currencyCode: "jpy" }).mrr).toBe("39")
  })

  it("counts active and past-due ones alone; what is set to end is at risk", () => {
    const counted = (
      ["pending", "trialing", "active", "past_due", "suspended", "paused", "canceled", "expired"] as const
    ).filter((status) => figure({ status }).isActive)
    expect(counted).toEqual(["active", "past_due"])
    expect(figure({ status: "paused" })).toMatchObject({ mrr: "0", atRisk: "0", renewalAmount: "30" })
    // The last of a fixed number of cycles is canceled by nobody, and ends all the same.
    expect(figure({ renewsOn: null })).toMatchObject({ mrr: "30", atRisk: "30" })
    expect(figure({ cancelOn: "2026-08-01", renewsOn: null })).toMatchObject({
      mrr: "30",
      atRisk: "30",
      renewalAmount: "0",
    })
  })
})

describe("B60: what moved", () => {
  const none = { isActive: false, mrr: "0", atRisk: "0" }
  const thirty = { isActive: true, mrr: "30.00", atRisk: "0" }
  const kind = (over: Partial<Parameters<typeof figureMovement>[0]>) =>
    figureMovement({ before: thirty, after: thirty, status: "active", hasCounted: true, isOpening: false, ...over })
      ?.kind

  it("is named as reports name it", () => {
    expect(kind({ before: null, hasCounted: false })).toBe("new")
    expect(kind({ before: null, hasCounted: false, isOpening: true })).toBe("opening")
    expect(kind({ after: { ...thirty, mrr: "40.00" } })).toBe("expansion")
    expect(kind({ after: { ...thirty, mrr: "20.00" } })).toBe("contraction")
    expect(kind({ after: { ...thirty, atRisk: "30.00" } })).toBe("risk")
    expect(kind({ after: none, status: "paused" })).toBe("left")
    expect(kind({ before: none })).toBe("returned")
    expect(kind({ after: none, status: "canceled" })).toBe("churned")
    expect(kind({})).toBeUndefined()
  })

  it("law: movements add up to what counts in the end, whatever comes between", () => {
    const state = fc.record({
      status: fc.constantFrom("active" as const, "past_due" as const, "paused" as const, "canceled" as const),
      amount: fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2)),
      cancelOn: fc.constantFrom(null, "2026-09-01"),
    })
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 20 }), (states) => {
        let before: ReturnType<typeof subscriptionFigure> | null = null
        const moved: { mrr: string; atRisk: string; active: number }[] = []
        for (const { status, amount, cancelOn } of states) {
          const after = figure({ status, cancelOn, lines: [{ amount, isTaxInclusive: false, taxRate: "0" }] })
          const movement = figureMovement({ before, after, status, hasCounted: moved.length > 0, isOpening: false })
          moved.push(...(movement ? [movement] : []))
          before = after
        }
        expect(Number(sum(moved.map(({ mrr }) => mrr)))).toBe(Number(before?.mrr))
        expect(Number(sum(moved.map(({ atRisk }) => atRisk)))).toBe(Number(before?.atRisk))
        expect(moved.reduce((count, { active }) => count + active, 0)).toBe(before?.isActive ? 1 : 0)
      }),
    )
  })
})
