import fc from "fast-check"
import { addDays, compareDates, type CivilDate } from "../../calendar"
import { LAW } from "../../__tests__/arbitraries"
import { settings, subscription, subscriptions } from "../../__tests__/subscriptions"
import { advanceSubscription } from "./advance-subscription"
import { decideRenewals, type RenewalSettings } from "./decide-renewals"
import { nextDueOn } from "./next-due-on"
import type { BillDecision, RenewalDecision, SubscriptionFacts } from "../types"

const each = { catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const
const on = (asOf: CivilDate, changes: Partial<RenewalSettings> = {}): RenewalSettings => ({ asOf, ...each, ...changes })

/** Applies decisions as a run does. */
function after(facts: SubscriptionFacts, decisions: RenewalDecision[], invoiceDaysBefore: number): SubscriptionFacts {
  const { status, nextCycle, nextDueOn } = advanceSubscription(facts, decisions, { invoiceDaysBefore })
  return { ...facts, status, nextCycle, nextDueOn }
}

/** Runs until nothing is left to do on that date; returns all that was decided. */
function runUntilDone(
  facts: SubscriptionFacts,
  on: RenewalSettings,
): { facts: SubscriptionFacts; done: RenewalDecision[] } {
  const done: RenewalDecision[] = []
  let current = facts
  for (;;) {
    const decisions = decideRenewals(current, on)
    if (decisions[0]?.kind === "wait") {
      return { facts: current, done }
    }
    done.push(...decisions)
    current = after(current, decisions, on.invoiceDaysBefore)
  }
}

describe("decideRenewals", () => {
  it("B30: waits until the due date, then bills the cycle", () => {
    expect(decideRenewals(subscription(), on("2026-02-27"))).toEqual([{ kind: "wait", reason: "not_due" }])
    expect(decideRenewals(subscription(), on("2026-02-28"))).toEqual([
      { kind: "bill", cycle: 1, periodStart: "2026-02-28", periodEnd: "2026-03-31", dueOn: "2026-02-28" },
    ])
  })

  it("B30: issues an invoice that the customer pays seven days before it is due", () => {
    const invoiced = subscription({ collectionMethod: "send_invoice" })
    expect(decideRenewals(invoiced, on("2026-02-20"))).toEqual([{ kind: "wait", reason: "not_due" }])
    expect(decideRenewals(invoiced, on("2026-02-21"))).toMatchObject([{ kind: "bill", cycle: 1, dueOn: "2026-02-28" }])
  })

  it("B14: bills cycle 0 at a trial's end, by invoice too", () => {
    const trial = subscription({
      status: "trialing",
      anchorOn: "2026-02-14",
      nextCycle: 0,
      collectionMethod: "send_invoice",
    })
    expect(decideRenewals(trial, on("2026-02-13"))).toEqual([{ kind: "wait", reason: "not_due" }])
    expect(decideRenewals(trial, on("2026-02-14"))).toEqual([
      { kind: "bill", cycle: 0, periodStart: "2026-02-14", periodEnd: "2026-03-14", dueOn: "2026-02-14" },
    ])
  })

  it("B35: after downtime each missed cycle in its order, at most so many at a time", () => {
    const cycles = decideRenewals(subscription(), on("2026-06-15")).map(
      (decision) => "dueOn" in decision && decision.dueOn,
    )
    expect(cycles).toEqual(["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"])
    const few = decideRenewals(subscription({ cancelOn: "2026-05-31" }), on("2026-06-15", { catchUpLimit: 2 }))
    expect(few).toMatchObject([
      { kind: "bill", cycle: 1 },
      { kind: "bill", cycle: 2 },
    ])
  })

  it("B35: or the current one only, with the earlier ones skipped", () => {
    expect(decideRenewals(subscription(), on("2026-05-31", { catchUp: "current", catchUpLimit: 1 }))).toMatchObject([
      { kind: "skip", cycle: 1, dueOn: "2026-02-28", reason: "missed_cycle" },
      { kind: "skip", cycle: 2, dueOn: "2026-03-31", reason: "missed_cycle" },
      { kind: "skip", cycle: 3, dueOn: "2026-04-30", reason: "missed_cycle" },
      { kind: "bill", cycle: 4, dueOn: "2026-05-31" },
    ])
  })

  it("B23: a cancellation at the period's end bills nothing more and ends it on its day", () => {
    const leaving = subscription({ cancelOn: "2026-02-28" })
    expect(decideRenewals(leaving, on("2026-02-27"))).toEqual([{ kind: "wait", reason: "not_due" }])
    expect(decideRenewals(leaving, on("2026-03-05"))).toEqual([{ kind: "end", to: "canceled", on: "2026-02-28" }])
  })

  it("B23, B35: an end inside a downtime stops the list there", () => {
    const leaving = subscription({ cancelOn: "2026-04-30" })
    expect(decideRenewals(leaving, on("2026-08-01"))).toMatchObject([
      { kind: "bill", cycle: 1 },
      { kind: "bill", cycle: 2 },
      { kind: "end", to: "canceled", on: "2026-04-30" },
    ])
  })

  it("B3: what is free is never billed and expires at its end", () => {
    const free = subscription({ paymentType: "free", expiresOn: "2026-02-28" })
    expect(decideRenewals(free, on("2026-02-27"))).toEqual([{ kind: "wait", reason: "not_billable" }])
    expect(decideRenewals(free, on("2026-02-28"))).toEqual([{ kind: "end", to: "expired", on: "2026-02-28" }])
    const canceledFirst = subscription({ paymentType: "free", expiresOn: "2026-02-28", cancelOn: "2026-02-28" })
    expect(decideRenewals(canceledFirst, on("2026-02-28"))).toMatchObject([{ kind: "end", to: "canceled" }])
  })

  it.each([
    ["trialing", true],
    ["active", true],
    ["past_due", true],
    ["pending", false],
    ["suspended", false],
    ["paused", false],
    ["canceled", false],
    ["expired", false],
  ] as const)("B21: a %s subscription is billed: %s", (status, isBilled) => {
    const [first] = decideRenewals(subscription({ status }), on("2026-03-01"))
    expect(first).toMatchObject(isBilled ? { kind: "bill" } : { kind: "wait", reason: "not_billable" })
  })

  it("B21: a suspended one still ends, an ended one never again", () => {
    const leaving = { cancelOn: "2026-02-28" }
    expect(decideRenewals(subscription({ status: "suspended", ...leaving }), on("2026-03-01"))).toMatchObject([
      { kind: "end" },
    ])
    expect(decideRenewals(subscription({ status: "canceled", ...leaving }), on("2026-03-01"))).toMatchObject([
      { kind: "wait" },
    ])
  })

  it("law: running twice equals running once", () => {
    fc.assert(
      fc.property(subscriptions, settings, fc.integer({ min: -40, max: 800 }), (facts, how, days) => {
        const at = { asOf: addDays(facts.anchorOn, days), ...how }
        const once = runUntilDone(facts, at)
        expect(decideRenewals(once.facts, at)).toMatchObject([{ kind: "wait" }])
      }),
      LAW,
    )
  })

  it("law: day by day and in one jump, the same cycles are billed for the same periods", () => {
    fc.assert(
      fc.property(subscriptions, settings, fc.integer({ min: 0, max: 200 }), (facts, how, days) => {
        const inOrder = { ...how, catchUp: "each" as const }
        const start = facts.anchorOn
        const jump = runUntilDone(facts, { asOf: addDays(start, days), ...inOrder })
        let walked: { facts: SubscriptionFacts; done: RenewalDecision[] } = { facts, done: [] }
        for (let day = 0; day <= days; day++) {
          const step = runUntilDone(walked.facts, { asOf: addDays(start, day), ...inOrder })
          walked = { facts: step.facts, done: [...walked.done, ...step.done] }
        }
        expect(walked).toEqual(jump)
      }),
      { ...LAW, numRuns: 100 },
    )
  })

  it("law: billed and skipped periods tile time: no gap, no overlap, none twice, none after the end", () => {
    fc.assert(
      fc.property(subscriptions, settings, fc.integer({ min: 0, max: 800 }), (facts, how, days) => {
        const { done } = runUntilDone(facts, { asOf: addDays(facts.anchorOn, days), ...how })
        const cycles = done.filter((decision) => decision.kind === "bill" || decision.kind === "skip")
        cycles.forEach((decision, index) => {
          expect(decision.cycle).toBe(facts.nextCycle + index)
          const next = cycles[index + 1]
          expect(next ? next.periodStart : decision.periodEnd).toBe(decision.periodEnd)
          for (const end of [facts.cancelOn, facts.expiresOn]) {
            expect(end !== null && compareDates(decision.periodStart, end) >= 0).toBe(false)
          }
        })
        expect(done.findIndex(({ kind }) => kind === "end")).toBe(
          done.some(({ kind }) => kind === "end") ? done.length - 1 : -1,
        )
      }),
      LAW,
    )
  })

  it("law: one call never bills more than the limit", () => {
    fc.assert(
      fc.property(subscriptions, settings, (facts, how) => {
        const decisions = decideRenewals(facts, { asOf: addDays(facts.anchorOn, 500), ...how })
        const bills = decisions.filter((decision): decision is BillDecision => decision.kind === "bill")
        expect(bills.length).toBeLessThanOrEqual(how.catchUpLimit)
        expect(decisions.length).toBeGreaterThan(0)
      }),
      LAW,
    )
  })
})

describe("nextDueOn", () => {
  it("law: it is the first date on which decideRenewals does not wait", () => {
    fc.assert(
      fc.property(subscriptions, settings, (facts, how) => {
        const due = nextDueOn(facts, how)
        const kindOn = (asOf: CivilDate): string | undefined => decideRenewals(facts, { asOf, ...how })[0]?.kind
        if (due === null) {
          expect(kindOn(addDays(facts.anchorOn, 10_000))).toBe("wait")
        } else {
          expect(kindOn(due)).not.toBe("wait")
          expect(kindOn(addDays(due, -1))).toBe("wait")
        }
      }),
      LAW,
    )
  })

  it("B20: a pending one keeps the date of its first renewal, an ended one has none", () => {
    expect(nextDueOn(subscription({ status: "pending" }), each)).toBe("2026-02-28")
    expect(nextDueOn(subscription({ status: "canceled", cancelOn: "2026-02-10" }), each)).toBeNull()
    expect(nextDueOn(subscription({ status: "suspended" }), each)).toBeNull()
    expect(nextDueOn(subscription({ cancelOn: "2026-02-10" }), each)).toBe("2026-02-10")
  })
})
