import fc from "fast-check"
import { dates, LAW } from "../../__tests__/arbitraries"
import { addDays, compareDates, daysBetween, type CivilDate } from "../../calendar"
import { CHARGE_STATUSES } from "../states"
import { checkDunningSettings } from "./check-dunning-settings"
import { DUNNING_DEFAULTS, NETWORK_DAYS, NETWORK_TRIES } from "./dunning-settings"
import { mayTry, nextTry } from "./next-try"

const DEFAULT = { retryAfterDays: [1, 3, 5, 7] }
const declined = (asOf: CivilDate, changes = {}) => ({
  from: "2026-02-28",
  asOf,
  outcome: "soft_declined" as const,
  triedOn: ["2026-02-28"],
  ...changes,
})

describe("nextTry", () => {
  it.each([
    ["2026-02-28", "2026-03-01"],
    ["2026-03-01", "2026-03-03"],
    ["2026-03-02", "2026-03-03"],
    ["2026-03-06", "2026-03-07"],
    ["2026-03-07", null],
    ["2026-06-01", null],
  ])("B32: 1, 3, 5, 7 days after the due date; failed on %s, tried again on %s", (asOf, next) => {
    expect(nextTry(declined(asOf), DEFAULT)).toBe(next)
  })

  it("law: only a soft decline is tried again", () => {
    for (const outcome of CHARGE_STATUSES) {
      expect(nextTry(declined("2026-02-28", { outcome }), DEFAULT) !== null).toBe(outcome === "soft_declined")
    }
  })

  it("law: whatever the schedule and however often an admin tries beside it, the networks' bounds hold", () => {
    const schedules = fc
      .uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 60 })
      .map((days) => [...days].sort((a, b) => a - b))
    fc.assert(
      fc.property(schedules, dates, fc.array(fc.nat({ max: 4 }), { maxLength: 40 }), (retryAfterDays, from, byHand) => {
        const triedOn: CivilDate[] = [from]
        let asOf = from
        for (const wait of byHand) {
          const next = nextTry({ from, asOf, outcome: "soft_declined", triedOn }, { retryAfterDays })
          expect(next === null || compareDates(next, asOf) > 0).toBe(true)
          const today = addDays(asOf, wait)
          asOf = next !== null && compareDates(next, today) <= 0 ? next : today
          if (asOf === next || mayTry(triedOn, asOf)) {
            triedOn.push(asOf)
          }
          const recent = triedOn.filter((date) => daysBetween(date, asOf) < NETWORK_DAYS)
          expect(recent.length).toBeLessThanOrEqual(NETWORK_TRIES)
        }
      }),
      LAW,
    )
  })

  it("law: a schedule that is accepted never reaches beyond the bounds by itself", () => {
    const schedules = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 })
      .map((days) => [...days].sort((a, b) => a - b))
    fc.assert(
      fc.property(schedules, dates, (retryAfterDays, from) => {
        fc.pre(checkDunningSettings({ ...DUNNING_DEFAULTS, retryAfterDays }).length === 0)
        const triedOn: CivilDate[] = []
        for (const days of [0, ...retryAfterDays]) {
          expect(mayTry(triedOn, addDays(from, days))).toBe(true)
          triedOn.push(addDays(from, days))
        }
      }),
      LAW,
    )
  })
})
