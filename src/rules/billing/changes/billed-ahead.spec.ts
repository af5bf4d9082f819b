import { billedAhead } from "./billed-ahead"

const period = { start: "2026-04-01", end: "2026-05-01" }

describe("billedAhead", () => {
  it("finds the period that the date lies in", () => {
    expect(billedAhead(period, "2026-05-01", { asOf: "2026-04-16", when: "now" })).toEqual({ kind: "running", period })
    expect(billedAhead(null, "2026-05-01", { asOf: "2026-04-16", when: "now" })).toEqual({
      kind: "running",
      period: null,
    })
  })

  it("refuses a change at once while the next period is billed already, or a renewal is due that is not", () => {
    expect(billedAhead(period, "2026-05-01", { asOf: "2026-03-28", when: "now" })).toMatchObject({
      ...{ kind: "refuse", field: "when", reason: expect.stringMatching(/from 2026-04-01 is billed already/) },
    })
    expect(billedAhead(period, "2026-05-01", { asOf: "2026-03-28", when: "period_end" })).toEqual({
      kind: "running",
      period,
    })
    expect(billedAhead(period, "2026-05-01", { asOf: "2026-05-02", when: "period_end" })).toMatchObject({
      ...{ kind: "refuse", reason: expect.stringMatching(/renewal of 2026-05-01 is not billed yet/) },
    })
  })

  it("refuses a change at once while the next renewal is skipped: the part would last until the one after it", () => {
    const asOf = "2026-04-16"
    expect(billedAhead(period, "2026-06-01", { asOf, when: "now" })).toMatchObject({
      ...{ kind: "refuse", field: "when", reason: expect.stringMatching(/renewal of 2026-05-01 is skipped/) },
    })
    expect(billedAhead(period, "2026-06-01", { asOf, when: "period_end" })).toEqual({ kind: "running", period })
    // Nothing runs: a new period may start.
    expect(billedAhead(period, "2026-06-01", { asOf: "2026-05-10", when: "now" })).toEqual({
      ...{ kind: "running", period: null },
    })
  })
})
