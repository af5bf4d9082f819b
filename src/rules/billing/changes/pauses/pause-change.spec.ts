import type { SubscriptionColumns } from "../../subscriptions/subscription-columns"
import { cancelChange, earliestEndOf, undoCancelChange } from "../../subscriptions/subscription-change"
import { pauseChange, unpauseChange } from "./pause-change"

const SETTINGS = { invoiceDaysBefore: 7 }

const row = (changes: Partial<SubscriptionColumns> & { trial_end_on?: string | null } = {}) => ({
  id: "bsub_1",
  status: "active" as const,
  payment_type: "recurring" as const,
  interval_unit: "month" as const,
  interval_count: 1,
  anchor_on: "2026-05-01",
  anchor_cycle: 0,
  next_cycle: 1,
  period_start: "2026-05-01",
  period_end: "2026-06-01",
  next_due_on: "2026-06-01",
  expires_on: null,
  cancel_on: null,
  collection_method: "charge_automatically" as const,
  payment_method: { id: "pm_1" },
  trial_end_on: null,
  ...changes,
})

const paused = (asOf: string, until: string | null = null, of = row()) => {
  const answer = pauseChange(of, { until, reason: "on holiday", asOf }, SETTINGS)
  return answer.ok ? { ...of, ...answer.change.patch, trial_end_on: of.trial_end_on } : answer.reason
}

const resumed = (of: ReturnType<typeof row>, asOf: string) => {
  const answer = unpauseChange(of, { reason: "back", asOf }, SETTINGS)
  return answer.ok ? answer.change.patch : answer.reason
}

describe("B24: a pause", () => {
  it("gives the unused days back: paid 1 May for a month, paused 10 May, resumed 20 June: next on 12 July", () => {
    const during = paused("2026-05-10")
    expect(during).toMatchObject({ status: "paused", paused_days: 22, next_due_on: null })
    expect(resumed(during as ReturnType<typeof row>, "2026-06-20")).toMatchObject({
      ...{ status: "active", anchor_on: "2026-07-12", anchor_cycle: 1, next_due_on: "2026-07-12", paused_on: null },
    })
  })

  it("B5b: of a fixed number of cycles moves their end, and may last until it is resumed", () => {
    const of = row({ end_cycle: 2, expires_on: "2026-07-01" })
    const during = paused("2026-05-10", null, of)
    expect(during).toMatchObject({ expires_on: null, next_due_on: null })
    expect(resumed(during as ReturnType<typeof row>, "2026-06-20")).toMatchObject({ expires_on: "2026-08-12" })
    expect(resumed(during as ReturnType<typeof row>, "2026-05-10")).toMatchObject({ expires_on: "2026-07-01" })
  })

  it("B5a: with a billing day, the cycle after it is the part that leads to that day", () => {
    const during = paused("2026-05-10", null, row({ billing_day: 1, billing_month: 1 }))
    expect(resumed(during as ReturnType<typeof row>, "2026-06-20")).toMatchObject({
      ...{ anchor_on: "2026-07-01", anchor_cycle: 1, part_from: "2026-07-12", next_due_on: "2026-07-12" },
    })
  })

  it("by a customer has an end, within what the merchant allows", () => {
    const wish = { reason: "on holiday", asOf: "2026-05-10", most: "2026-08-08" }
    const problem = { ok: false, reason: "until: It can be paused until 2026-08-08 at the latest" }
    expect(pauseChange(row(), { ...wish, until: null }, SETTINGS)).toEqual(problem)
    expect(pauseChange(row(), { ...wish, until: "2026-08-09" }, SETTINGS)).toEqual(problem)
    expect(pauseChange(row(), { ...wish, until: "2026-08-08" }, SETTINGS)).toMatchObject({ ok: true })
  })

  it("that ends on its own day changes nothing", () => {
    const during = paused("2026-05-10")
    expect(resumed(during as ReturnType<typeof row>, "2026-05-10")).toMatchObject({ next_due_on: "2026-06-01" })
    expect(resumed(during as ReturnType<typeof row>, "2026-05-10")).not.toHaveProperty("anchor_on")
  })

  it("counts what was billed ahead as unused, too", () => {
    expect(
      paused("2026-05-28", null, row({ period_start: "2026-06-01", period_end: "2026-07-01", next_cycle: 2 })),
    ).toMatchObject({
      paused_days: 34,
    })
  })

  it("of a trial keeps its days", () => {
    const trial = row({
      status: "trialing",
      next_cycle: 0,
      anchor_on: "2026-05-15",
      anchor_cycle: 0,
      period_start: null,
      period_end: null,
      trial_end_on: "2026-05-15",
    })
    const during = paused("2026-05-10", null, trial)
    expect(during).toMatchObject({ paused_days: 5 })
    expect(resumed(during as ReturnType<typeof row>, "2026-06-01")).toMatchObject({
      ...{ status: "trialing", trial_end_on: "2026-06-06", anchor_on: "2026-06-06", next_due_on: "2026-06-06" },
    })
  })

  it("after a skipped renewal puts off the one that comes next, and brings no skipped month back", () => {
    const skipped = row({ next_cycle: 2 })
    const during = paused("2026-05-10", null, skipped)
    expect(resumed(during as ReturnType<typeof row>, "2026-05-20")).toMatchObject({
      ...{ anchor_on: "2026-07-11", anchor_cycle: 2, period_end: "2026-06-11", next_due_on: "2026-07-11" },
    })
  })

  it("takes a cancellation at the period's end along with the period", () => {
    const during = paused("2026-05-10", "2026-05-20", row({ cancel_on: "2026-06-01" }))
    expect(resumed(during as ReturnType<typeof row>, "2026-05-20")).toMatchObject({ cancel_on: "2026-06-11" })
  })

  it("B23: canceled after a skipped renewal, it ends with what was paid, which a pause moves, and goes on where that is undone", () => {
    const answer = cancelChange(
      row({ next_cycle: 2 }),
      { when: "period_end", reason: null, asOf: "2026-05-05" },
      SETTINGS,
    )
    const leaving = row({ next_cycle: 2, ...(answer.ok ? answer.change.patch : {}) })
    expect(leaving).toMatchObject({ status: "active", cancel_on: "2026-06-01", next_due_on: "2026-06-01" })
    expect(paused("2026-05-10", "2026-05-20", leaving)).toMatchObject({ cancel_on: "2026-06-11" })
    const undone = undoCancelChange(leaving, "2026-05-10", SETTINGS)
    expect(undone.ok && undone.change.patch).toMatchObject({ cancel_on: null, next_due_on: "2026-07-01" })
  })

  it("B23: ends later with what is canceled for a later cycle: no cycle is billed whole and cut short", () => {
    // Bound until 1 August: the third cycle from now is the first that does not begin.
    const during = paused("2026-05-10", "2026-06-20", row({ cancel_on: "2026-08-01", minimum_term_on: "2026-08-01" }))
    expect(during).toMatchObject({ cancel_on: "2026-09-12", next_due_on: "2026-09-12" })
    const end = (asOf: string) => resumed(during as ReturnType<typeof row>, asOf)
    expect(end("2026-06-20")).toMatchObject({ anchor_on: "2026-07-12", cancel_on: "2026-09-12" })
    expect(end("2026-05-20")).toMatchObject({ anchor_on: "2026-06-11", cancel_on: "2026-08-11" })
    expect(end("2026-05-10")).toMatchObject({ cancel_on: "2026-08-01" })
  })

  it("B23: canceled for the period's end within it, what it has kept is used first", () => {
    const cancel = (of: ReturnType<typeof row>, asOf = "2026-05-15") => {
      const answer = cancelChange(of, { when: "period_end", reason: null, asOf }, SETTINGS)
      return answer.ok ? { ...of, ...answer.change.patch } : answer.reason
    }
    // 22 days were left on 10 May.
    const dated = cancel(paused("2026-05-10", "2026-06-20") as ReturnType<typeof row>)
    expect(dated).toMatchObject({ status: "paused", paused_until: "2026-06-20", cancel_on: "2026-07-12" })
    expect(resumed(dated as ReturnType<typeof row>, "2026-06-20")).toMatchObject({
      ...{ status: "active", cancel_on: "2026-07-12", period_end: "2026-07-12", next_due_on: "2026-07-12" },
    })
    expect(resumed(dated as ReturnType<typeof row>, "2026-06-01")).toMatchObject({ cancel_on: "2026-06-23" })
    // A pause until it is resumed ends on the next day.
    const open = paused("2026-05-10") as ReturnType<typeof row>
    expect(cancel(open)).toMatchObject({ paused_until: "2026-05-16", cancel_on: "2026-06-07" })
    expect(earliestEndOf(open, "2026-05-15")).toEqual({ on: "2026-06-07", reason: "billed_period" })
    // Nothing is kept of what was over when it began.
    const over = paused("2026-06-03", null, row({ period_end: "2026-06-01" })) as ReturnType<typeof row>
    expect(cancel(over, "2026-06-10")).toMatchObject({ status: "canceled", ended_on: "2026-06-10" })
    expect(earliestEndOf(over, "2026-06-10")).toMatchObject({ on: "2026-06-10" })
  })

  it("refuses one that ends before it starts, and what is not running, with the reason", () => {
    expect(paused("2026-05-10", "2026-05-09")).toMatch(/until: The pause begins on 2026-05-10/)
    expect(paused("2026-05-10", null, row({ status: "past_due" }))).toMatch(/overdue has to be settled/)
    expect(resumed(row(), "2026-05-10")).toMatch(/only a paused one/)
  })
})
