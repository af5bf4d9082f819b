import fc from "fast-check"
import { addDays, compareDates, type CivilDate } from "../../calendar"
import { attempt, daily, DUE, invoice, monthly, sentOn } from "../../__tests__/reminders"
import { subscription } from "../../__tests__/subscriptions"
import { dueReminders, isStillDue } from "./due-reminders"
import { isSameReminder } from "./reminder"
import type { ReminderFacts } from "./reminder-facts"
import type { ReminderSettings } from "./reminder-settings"

describe("laws", () => {
  const settings: fc.Arbitrary<ReminderSettings> = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
    trialDays: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    overdueDays: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
    cardDays: fc.integer({ min: 1, max: 90 }),
    debitDays: fc.integer({ min: 1, max: 40 }),
    off: fc.constant([]),
    language: fc.constant("en" as const),
  })
  const facts: fc.Arbitrary<ReminderFacts> = fc.oneof(
    fc
      .record({
        isDirectDebit: fc.boolean(),
        expires: fc.constantFrom(null, "2026-02", "2026-03"),
        status: fc.constantFrom("active", "trialing", "past_due", "suspended", "canceled"),
        cancelOn: fc.constantFrom(null, DUE, "2026-02-20"),
        suspendedOn: fc.constantFrom(null, "2026-02-24"),
      })
      .map(({ isDirectDebit, expires, status, cancelOn, suspendedOn }): ReminderFacts =>
        monthly({
          subscription: subscription({
            status: status as "active",
            cancelOn,
            ...(status === "trialing" && { anchorOn: DUE, nextCycle: 0 }),
          }),
          method: { id: "pm_1", expires, isDirectDebit },
          suspendedOn,
        }),
      ),
    fc
      .record({ isOpen: fc.boolean(), isBeingCollected: fc.boolean(), paidOn: fc.constantFrom(null, "2026-02-25") })
      .map((changes): ReminderFacts => invoice({ ...changes, paidTotal: changes.paidOn ? "5.00" : "0" })),
    fc.constantFrom("soft_declined", "requires_action", "paid").map((status) => attempt({ status: status as "paid" })),
  )
  const ticks = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 })
  const dateOf = (day: number): CivilDate => addDays("2026-01-15", day)

  const WARNINGS = ["renewal_upcoming", "trial_ending", "debit_announced", "expiry_upcoming", "invoice_due"]

  it("law: each step once, whatever the order and number of ticks", () => {
    fc.assert(
      fc.property(facts, settings, ticks, (about, chosen, days) => {
        const { recorded } = sentOn(() => about, days.map(dateOf), chosen)
        const twice = recorded.filter(
          (one, index) => recorded.findIndex((other) => isSameReminder(one, other)) !== index,
        )
        expect(twice).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it("law: a countdown goes one way, and warns of nothing that is over", () => {
    fc.assert(
      fc.property(facts, settings, ticks, (about, chosen, days) => {
        const { recorded, sent } = sentOn(() => about, days.map(dateOf), chosen)
        recorded.forEach((one, index) => {
          const [asOf = ""] = sent[index] ?? []
          if (WARNINGS.some((name) => one.template === `billing.${name}`)) {
            expect(compareDates(asOf, one.on_date)).toBeLessThan(0)
            expect(compareDates(addDays(one.on_date, -Number(one.step)), asOf)).toBeLessThanOrEqual(0)
            const earlier = recorded.slice(0, index).filter((other) => other.template === one.template)
            expect(earlier.every((other) => Number(other.step) > Number(one.step))).toBe(true)
          }
        })
      }),
      { numRuns: 2000 },
    )
  })

  it("law: after a gap, one of a countdown at most, and a daily tick misses none", () => {
    fc.assert(
      fc.property(facts, settings, fc.integer({ min: 0, max: 90 }), (about, chosen, day) => {
        const once = sentOn(() => about, [dateOf(day)], chosen).recorded
        expect(new Set(once.map(({ template }) => template)).size).toBe(once.length)
        const all = sentOn(() => about, daily("2026-01-15", day + 1), chosen).recorded
        expect(once.every((one) => all.some((other) => isSameReminder(one, other)))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it("law: what is due is still due as long as nothing changes, and no longer once it is over", () => {
    fc.assert(
      fc.property(facts, settings, fc.integer({ min: 0, max: 90 }), (about, chosen, day) => {
        const moment = { settings: chosen, asOf: dateOf(day), recorded: [] }
        for (const due of dueReminders(about, moment)) {
          expect(isStillDue(due, about, moment)).toBe(true)
          expect(isStillDue(due, about, { ...moment, asOf: "2026-12-01" })).toBe(false)
          expect(isStillDue(due, null, moment)).toBe(false)
          expect(isStillDue(due, about, { ...moment, settings: { ...chosen, off: [due.template] } })).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
