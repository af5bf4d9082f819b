import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { addDays, compareDates, type CivilDate } from "../../calendar"
import { SUBSCRIPTION_STATUSES } from "../states"
import { canTransition } from "../subscriptions/can-transition"
import { decideDunning, type DunnedSubscription } from "./decide-dunning"
import { DUNNING_DEFAULTS, LAST_ACTIONS, type DunningSettings } from "./dunning-settings"
import { isLate, isUnderWay, type OwedRenewal } from "./owed-renewal"

const DUE = "2026-03-01"
const failed = (changes: Partial<OwedRenewal> = {}): OwedRenewal => ({
  id: "bren_1",
  status: "failed",
  from: DUE,
  collectOn: "2026-03-02",
  tries: 1,
  openAttempt: null,
  ...changes,
})
const sent = (changes: Partial<OwedRenewal> = {}): OwedRenewal =>
  failed({ status: "issued", collectOn: null, tries: 0, ...changes })
const subscription = (changes: Partial<DunnedSubscription> = {}): DunnedSubscription => ({
  status: "past_due",
  suspendedReason: null,
  owed: [failed()],
  ...changes,
})
const steps = (one: DunnedSubscription, asOf: CivilDate, settings: Partial<DunningSettings> = {}) =>
  decideDunning(one, { ...DUNNING_DEFAULTS, ...settings }, asOf).steps.map(({ kind }) => kind)

describe("decideDunning", () => {
  it("B33: suspends on due + 3 and terminates on due + 14, on that day", () => {
    expect(steps(subscription(), "2026-03-03")).toEqual([])
    expect(steps(subscription(), "2026-03-04")).toEqual(["suspend"])
    const suspended = subscription({ status: "suspended", suspendedReason: "overdue" })
    expect(steps(suspended, "2026-03-14")).toEqual([])
    expect(steps(suspended, "2026-03-15")).toEqual(["terminate"])
  })

  it("B30: an invoice that was sent is overdue the day after its due date", () => {
    const active = subscription({ status: "active", owed: [sent()] })
    expect(steps(active, DUE)).toEqual([])
    expect(steps(active, "2026-03-02")).toEqual(["past_due"])
    expect(steps(active, "2026-03-04")).toEqual(["past_due", "suspend"])
    expect(steps(active, DUE, { suspendAfterDays: 0 })).toEqual([])
    expect(decideDunning(active, DUNNING_DEFAULTS, DUE).dates).toEqual({
      dunningOn: "2026-03-02",
      suspendOn: "2026-03-04",
      terminateOn: "2026-03-15",
    })
  })

  it("B33: -1 turns a step off; B32: only then the last action takes its place", () => {
    const last = subscription({ owed: [failed({ collectOn: null, tries: 5 })] })
    expect(steps(last, "2026-03-03", { afterLastTry: "suspend" })).toEqual([])
    expect(steps(last, "2026-03-03", { afterLastTry: "suspend", suspendAfterDays: -1 })).toEqual(["suspend"])
    expect(steps(last, "2026-03-03", { afterLastTry: "cancel", terminateAfterDays: -1 })).toEqual(["terminate"])
    expect(steps(last, "2026-03-03", { afterLastTry: "cancel" })).toEqual([])
    const off = { suspendAfterDays: -1, terminateAfterDays: -1 }
    expect(steps(last, "2027-03-03", { afterLastTry: "leave", ...off })).toEqual([])
    expect(steps(subscription(), "2027-03-03", { afterLastTry: "suspend", ...off })).toEqual([])
  })

  it("BI8: an attempt that the customer is asked to confirm is not the last try", () => {
    const asked = subscription({ owed: [failed({ collectOn: null, openAttempt: "requires_action" })] })
    expect(steps(asked, "2026-03-03", { suspendAfterDays: -1 })).toEqual([])
    expect(steps(asked, "2026-03-04")).toEqual(["suspend"])
  })

  it("BI9: while a charge is under way, nothing is done and nothing is lifted", () => {
    for (const openAttempt of ["processing", "unknown", "started"] as const) {
      const owed = [failed({ openAttempt })]
      expect(steps(subscription({ owed }), "2026-05-01")).toEqual([])
      expect(steps(subscription({ owed, status: "suspended", suspendedReason: "overdue" }), "2026-05-01")).toEqual([])
    }
  })

  it("B33: what owes nothing any more resumes, if it was suspended for being overdue", () => {
    const paid = { status: "suspended" as const, owed: [] }
    expect(steps(subscription({ ...paid, suspendedReason: "overdue" }), DUE)).toEqual(["resume"])
    expect(steps(subscription({ ...paid, suspendedReason: "manual" }), DUE)).toEqual([])
    expect(steps(subscription({ owed: [] }), DUE)).toEqual(["recover"])
  })

  it("a due date that was moved ahead lifts what it caused", () => {
    const owed = [failed({ from: "2026-04-01" })]
    expect(steps(subscription({ owed }), "2026-03-10")).toEqual(["recover"])
    expect(steps(subscription({ owed, status: "suspended", suspendedReason: "overdue" }), "2026-03-10")).toEqual([
      "resume",
    ])
  })
})

const from = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DUE, days))
const owedRenewals: fc.Arbitrary<OwedRenewal> = fc.record({
  id: fc.constant("bren_1"),
  status: fc.constantFrom("issued" as const, "failed" as const),
  from,
  collectOn: fc.option(from, { nil: null }),
  tries: fc.nat({ max: 5 }),
  openAttempt: fc.option(fc.constantFrom("unknown" as const, "processing" as const, "requires_action" as const), {
    nil: null,
  }),
})
const subscriptions: fc.Arbitrary<DunnedSubscription> = fc.record({
  status: fc.constantFrom(...SUBSCRIPTION_STATUSES),
  suspendedReason: fc.constantFrom("overdue" as const, "manual" as const),
  owed: fc.array(owedRenewals, { maxLength: 4 }),
})
const settings: fc.Arbitrary<DunningSettings> = fc.record({
  retryAfterDays: fc.constant([1, 3, 5, 7]),
  afterLastTry: fc.constantFrom(...LAST_ACTIONS),
  suspendAfterDays: fc.constantFrom(-1, 0, 3, 7),
  terminateAfterDays: fc.constantFrom(-1, 7, 14, 30),
  latePayment: fc.constant("old_expiry" as const),
})

describe("laws of dunning", () => {
  const law = (check: (one: DunnedSubscription, given: DunningSettings, asOf: CivilDate) => void): void =>
    fc.assert(fc.property(subscriptions, settings, from, check), LAW)

  const after = (one: DunnedSubscription, given: DunningSettings, asOf: CivilDate): DunnedSubscription => {
    const last = decideDunning(one, given, asOf).steps.at(-1)
    const suspendedReason = last?.kind === "suspend" ? "overdue" : last ? null : one.suspendedReason
    return { ...one, status: last?.to ?? one.status, suspendedReason }
  }

  it("a second look on the same day does nothing, and the next one lies ahead", () => {
    law((one, given, asOf) => {
      const now = after(one, given, asOf)
      expect(decideDunning(now, given, asOf).steps).toEqual([])
      const { dates } = decideDunning(one, given, asOf)
      expect(dates).toEqual(decideDunning(now, given, asOf).dates)
      expect(dates.dunningOn === null || compareDates(dates.dunningOn, asOf) > 0).toBe(true)
    })
  })

  it("nothing happens before the date that is set for it, and something then", () => {
    law((one, given, asOf) => {
      const now = after(one, given, asOf)
      const { dunningOn } = decideDunning(now, given, asOf).dates
      for (let day = 1; day <= 45; day++) {
        const date = addDays(asOf, day)
        if (dunningOn === date) {
          expect(decideDunning(now, given, date).steps).not.toEqual([])
          return
        }
        expect(decideDunning(now, given, date).steps).toEqual([])
      }
    })
  })

  it("every step is an allowed transition, and what was suspended by hand stays so unless it is terminated", () => {
    law((one, given, asOf) => {
      let status = one.status
      for (const step of decideDunning(one, given, asOf).steps) {
        expect(canTransition(status, step.to).ok).toBe(true)
        status = step.to
      }
      if (one.status === "suspended" && one.suspendedReason === "manual") {
        expect(["suspended", "canceled"]).toContain(status)
      }
    })
  })

  it("suspends and terminates by days exactly on due + n, counted from the oldest that is owed", () => {
    law((one, given, asOf) => {
      const owed = one.owed.filter((renewal) => isLate(renewal, asOf) && !isUnderWay(renewal))
      const oldest = owed.map((renewal) => renewal.from).sort(compareDates)[0]
      for (const step of decideDunning(one, given, asOf).steps) {
        if ("after" in step && step.after === "days") {
          const days = step.kind === "suspend" ? given.suspendAfterDays : given.terminateAfterDays
          expect(oldest !== undefined && days >= 0 && compareDates(addDays(oldest, days), asOf) <= 0).toBe(true)
        }
      }
    })
  })

  it("becomes past due once, however often it is looked at while it owes", () => {
    law((one, given, asOf) => {
      let now: DunnedSubscription = { ...one, status: "active", suspendedReason: null, owed: [failed({ from: asOf })] }
      let times = 0
      for (let day = 0; day <= 40; day++) {
        const { steps } = decideDunning(now, given, addDays(asOf, day))
        times += steps.filter(({ kind }) => kind === "past_due").length
        now = after(now, given, addDays(asOf, day))
      }
      expect(times).toBe(1)
    })
  })
})
