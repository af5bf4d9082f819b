import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { addDays, daysBetween } from "../../calendar"
import { decideRenewals } from "../renewals/decide-renewals"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { changedColumns } from "./changed-subscription"
import { pauseChange, unpauseChange } from "./pauses/pause-change"
import { prorate } from "./prorate"
import { skipChange } from "./next-cycle-change"
import { wholeStart } from "./whole-start"

const SETTINGS = { invoiceDaysBefore: 7 }
const RUN = { ...SETTINGS, catchUp: "each", catchUpLimit: 12 } as const

type Row = SubscriptionColumns & { trial_end_on: string | null }

const row = (changes: Partial<Row> = {}): Row => ({
  id: "bsub_1",
  status: "active",
  payment_type: "recurring",
  interval_unit: "month",
  interval_count: 1,
  anchor_on: "2026-05-01",
  anchor_cycle: 0,
  next_cycle: 1,
  period_start: "2026-05-01",
  period_end: "2026-06-01",
  next_due_on: "2026-06-01",
  expires_on: null,
  cancel_on: null,
  collection_method: "charge_automatically",
  payment_method: { id: "pm_1" },
  trial_end_on: null,
  ...changes,
})

function rested(of: Row, from: string, to: string): Row {
  const pause = pauseChange(of, { until: null, reason: "x", asOf: from }, SETTINGS)
  const during = pause.ok ? { ...of, ...pause.change.patch } : of
  const back = unpauseChange({ ...during, trial_end_on: of.trial_end_on }, { reason: "x", asOf: to }, SETTINGS)
  return back.ok ? { ...during, ...back.change.patch, trial_end_on: of.trial_end_on } : of
}

const changed = (of: Row, on: string): Row => {
  const interval = { unit: of.interval_unit, count: of.interval_count }
  const to = { item: {} as never, payment_type: of.payment_type, interval, collection_method: of.collection_method }
  return { ...of, ...changedColumns(of, { kind: "prorate", on, to }, SETTINGS) }
}

const billed = (of: Row, asOf: string) => {
  const [bill] = decideRenewals(toSubscriptionFacts(of), { ...RUN, asOf })
  return bill?.kind === "bill" ? bill : null
}

const share = (of: Row, on: string, amounts: { paid: string; price: string }) => {
  const { period_start: start = "", period_end: end = "" } = of as { period_start?: string; period_end?: string }
  const period = { start: wholeStart(of) ?? "", end }
  return prorate({
    period,
    paid: { start, end, amount: amounts.paid },
    price: amounts.price,
    changeOn: on,
    currency: "eur",
  })
}

describe("B24, B25: a change after a pause", () => {
  const back = rested(row(), "2026-05-10", "2026-06-20")

  it("counts the days that were paid for: paid 1 May, paused 10 May to 20 June, changed 25 June: 17 of 31 days", () => {
    expect(back).toMatchObject({ period_start: "2026-06-11", period_end: "2026-07-12" })
    expect(share(back, "2026-06-25", { paid: "31.00", price: "62.00" })).toMatchObject({
      ...{ days: { unused: 17, paid: 31, period: 31 }, credit: "17.00", charge: "34.00", due: "17.00" },
    })
  })

  it("is billed by the fraction that the preview has, and so is a second one in the period", () => {
    const once = changed(back, "2026-06-25")
    expect(billed(once, "2026-06-25")).toMatchObject({
      ...{ periodStart: "2026-06-25", periodEnd: "2026-07-12", partOf: { start: "2026-06-11", end: "2026-07-12" } },
    })
    const running = { ...once, next_cycle: 2, part_from: null, period_start: "2026-06-25" }
    expect(share(running, "2026-07-02", { paid: "34.00", price: "31.00" })).toMatchObject({
      ...{ days: { unused: 10, paid: 17, period: 31 }, credit: "20.00", charge: "10.00" },
    })
    const twice = changed(running, "2026-07-02")
    expect(billed(twice, "2026-07-02")?.partOf).toEqual({ start: "2026-06-11", end: "2026-07-12" })
  })

  it("of a part keeps the whole period that it is of, moved with it", () => {
    const part = { ...changed(row(), "2026-05-05"), next_cycle: 2, part_from: null, period_start: "2026-05-05" }
    expect(wholeStart(part)).toBe("2026-05-01")
    const moved = rested(part, "2026-05-10", "2026-06-20")
    expect(moved).toMatchObject({ period_start: "2026-06-15", period_end: "2026-07-12", whole_from: "2026-06-11" })
    expect(billed(changed(moved, "2026-07-01"), "2026-07-01")?.partOf?.start).toBe("2026-06-11")
  })

  it("with a period billed ahead, moves that one: it has not begun", () => {
    const ahead = row({ period_start: "2026-06-01", period_end: "2026-07-01", next_cycle: 2 })
    expect(rested(ahead, "2026-05-28", "2026-06-07")).toMatchObject({
      ...{ period_start: "2026-06-11", period_end: "2026-07-11", anchor_on: "2026-07-11", whole_from: "2026-06-11" },
    })
  })

  it("leaves a period that was over when the pause began, and what leads to a billing day is no whole one", () => {
    const over = rested(row({ next_cycle: 2, period_end: "2026-06-01" }), "2026-06-10", "2026-06-20")
    expect(over).toMatchObject({ period_start: "2026-05-01", whole_from: null })
    const day = rested(row({ billing_day: 1, billing_month: 1 }), "2026-05-10", "2026-06-20")
    expect(day).toMatchObject({ period_start: "2026-06-11", part_from: "2026-07-12", whole_from: null })
    expect(billed(day, "2026-07-12")?.partOf).toEqual({ start: "2026-07-01", end: "2026-08-01" })
  })

  it("keeps the days of the period, whatever the months, and a change back and forth comes to nothing", () => {
    fc.assert(
      fc.property(
        fc.record({
          start: fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2027-01-01", days)),
          interval: fc.constantFrom(
            { interval_unit: "month" as const, interval_count: 1 },
            { interval_unit: "month" as const, interval_count: 3 },
            { interval_unit: "year" as const, interval_count: 1 },
            { interval_unit: "week" as const, interval_count: 1 },
          ),
          used: fc.integer({ min: 0, max: 6 }),
          length: fc.integer({ min: 0, max: 120 }),
        }),
        ({ start, interval, used, length }) => {
          const of = row({ ...interval, anchor_on: start, period_start: start })
          const end = toSubscriptionFacts(of)
          const first = { ...of, period_end: billed(of, "2099-01-01")?.periodStart ?? null }
          expect(end.anchorOn).toBe(start)
          const from = addDays(start, used)
          const to = addDays(from, length)
          const moved = rested(first, from, to)
          const days = ({ period_start, period_end }: Row): number => daysBetween(period_start ?? "", period_end ?? "")
          expect(days(moved)).toBe(days(first))
          expect(wholeStart(moved)).toBe(moved.period_start)
          const part = billed(changed(moved, to), to)?.partOf
          expect(part).toEqual({ start: moved.period_start, end: moved.period_end })
          const there = share(moved, to, { paid: "29.90", price: "29.90" })
          expect(there.credit).toBe(there.charge)
        },
      ),
      LAW,
    )
  })
})

describe("B24: a skipped renewal", () => {
  it("does not move where the running period begins", () => {
    const of = row()
    const answer = skipChange(of, { reason: "x", asOf: "2026-05-10" }, SETTINGS)
    expect(answer.ok && wholeStart({ ...of, ...answer.change.patch })).toBe("2026-05-01")
  })
})
