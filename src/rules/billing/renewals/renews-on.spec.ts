import fc from "fast-check"
import { addDays } from "../../calendar"
import { LAW } from "../../__tests__/arbitraries"
import { subscription, subscriptions } from "../../__tests__/subscriptions"
import { decideRenewals } from "./decide-renewals"
import { renewsOn } from "./renews-on"

describe("renewsOn", () => {
  it("B31: any cycle to come counts, not the next one alone; none after the end", () => {
    const weekly = subscription({ anchorOn: "2026-01-31", interval: { unit: "day", count: 7 }, nextCycle: 1 })
    expect(["2026-02-07", "2026-02-14", "2026-02-28", "2026-03-01"].map((on) => renewsOn(weekly, on))).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(renewsOn({ ...weekly, nextCycle: 3 }, "2026-02-07")).toBe(false)
    expect(renewsOn({ ...weekly, cancelOn: "2026-02-14" }, "2026-02-14")).toBe(false)
    expect(renewsOn({ ...weekly, expiresOn: "2026-02-08" }, "2026-02-07")).toBe(true)
    expect(renewsOn({ ...weekly, status: "paused" }, "2026-02-07")).toBe(false)
  })

  it("law: it is so exactly where a run bills a cycle that is due on that date", () => {
    fc.assert(
      fc.property(subscriptions, fc.integer({ min: 0, max: 400 }), (facts, days) => {
        const date = addDays(facts.anchorOn, days)
        const far = {
          asOf: addDays(facts.anchorOn, 4000),
          catchUp: "each",
          catchUpLimit: 5000,
          invoiceDaysBefore: 0,
        } as const
        const bills = decideRenewals(facts, far).flatMap((one) => (one.kind === "bill" ? one.dueOn : []))
        expect(renewsOn(facts, date)).toBe(bills.includes(date))
      }),
      LAW,
    )
  })
})
