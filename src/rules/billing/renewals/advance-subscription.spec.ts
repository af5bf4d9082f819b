import { subscription } from "../../__tests__/subscriptions"
import { advanceSubscription } from "./advance-subscription"
import { decideRenewals } from "./decide-renewals"

const settings = { asOf: "2026-04-30", catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const

describe("advanceSubscription", () => {
  it("B35: moves past what was billed, to the period billed last", () => {
    const facts = subscription()
    expect(advanceSubscription(facts, decideRenewals(facts, settings), settings)).toEqual({
      status: "active",
      nextCycle: 4,
      nextDueOn: "2026-05-31",
      period: { start: "2026-04-30", end: "2026-05-31" },
      endedOn: null,
    })
  })

  it("B14: the first bill ends a trial", () => {
    const trial = subscription({ status: "trialing", anchorOn: "2026-04-30", nextCycle: 0 })
    expect(advanceSubscription(trial, decideRenewals(trial, settings), settings)).toMatchObject({
      status: "active",
      nextCycle: 1,
      nextDueOn: "2026-05-30",
    })
  })

  it("B23: an end is final", () => {
    const leaving = subscription({ cancelOn: "2026-03-31" })
    expect(advanceSubscription(leaving, decideRenewals(leaving, settings), settings)).toEqual({
      status: "canceled",
      nextCycle: 2,
      nextDueOn: null,
      period: { start: "2026-02-28", end: "2026-03-31" },
      endedOn: "2026-03-31",
    })
  })

  it("waiting changes nothing", () => {
    const facts = subscription({ nextCycle: 9 })
    expect(advanceSubscription(facts, decideRenewals(facts, settings), settings)).toMatchObject({
      status: "active",
      nextCycle: 9,
      period: null,
      endedOn: null,
    })
  })
})
