import fc from "fast-check"
import { addDays } from "../../calendar"
import { LAW } from "../../__tests__/arbitraries"
import { settings, subscription, subscriptions } from "../../__tests__/subscriptions"
import { decideRenewals } from "./decide-renewals"
import { upcomingRenewal } from "./upcoming-renewal"

const each = { catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const

describe("upcomingRenewal", () => {
  it("B38: shows when the next bill is issued, when it is due and for which period", () => {
    expect(upcomingRenewal(subscription({ collectionMethod: "send_invoice" }), each)).toEqual({
      kind: "bill",
      cycle: 1,
      issueOn: "2026-02-21",
      dueOn: "2026-02-28",
      periodStart: "2026-02-28",
      periodEnd: "2026-03-31",
    })
  })

  it("B38: or how it ends; nothing where no run will handle it", () => {
    const end = { kind: "end", to: "canceled", on: "2026-02-28" }
    expect(upcomingRenewal(subscription({ cancelOn: "2026-02-28" }), each)).toEqual(end)
    expect(upcomingRenewal(subscription({ status: "pending" }), each)).toBeNull()
    expect(upcomingRenewal(subscription({ status: "suspended" }), each)).toBeNull()
    expect(upcomingRenewal(subscription({ status: "expired" }), each)).toBeNull()
  })

  it("law: preview equals run", () => {
    fc.assert(
      fc.property(subscriptions, settings, (facts, how) => {
        const upcoming = upcomingRenewal(facts, how)
        if (upcoming === null) {
          const [late] = decideRenewals(facts, { ...how, asOf: addDays(facts.anchorOn, 10_000) })
          expect(late?.kind).toBe("wait")
        } else if (upcoming.kind === "end") {
          expect(decideRenewals(facts, { ...how, asOf: upcoming.on })).toEqual([upcoming])
        } else {
          const { issueOn, ...shown } = upcoming
          expect(decideRenewals(facts, { ...how, asOf: issueOn })[0]).toEqual(shown)
        }
      }),
      LAW,
    )
  })
})
