import { billedSubscription } from "../../__tests__/subscriptions"
import { dunned } from "./dunned"
import { DUNNING_DEFAULTS } from "./dunning-settings"
import type { OwedRenewal } from "./owed-renewal"
import { standingAfter, type StandingRow } from "./standing"
import { resumeChange, suspendChange } from "./suspension-change"

const settings = { dunning: DUNNING_DEFAULTS, invoiceDaysBefore: 7 }
const row = (changes: Partial<StandingRow> = {}): StandingRow & { order_id: string; trial_end_on: null } => ({
  ...billedSubscription(),
  trial_end_on: null,
  suspended_reason: null,
  ended_on: null,
  canceled_on: null,
  cancel_reason: null,
  dunning_on: null,
  suspend_on: null,
  terminate_on: null,
  is_hard_declined: false,
  status: "past_due",
  next_cycle: 2,
  period_start: "2026-02-28",
  period_end: "2026-03-31",
  next_due_on: "2026-03-31",
  ...changes,
})
const owed: OwedRenewal = {
  id: "bren_1",
  status: "failed",
  from: "2026-02-28",
  collectOn: null,
  tries: 1,
  openAttempt: null,
}
const paidOn = (asOf: string, latePayment: "old_expiry" | "paid_on") =>
  standingAfter(
    row({ dunning_on: "2026-03-03" }),
    { status: "active", suspendedReason: null, owed: [], isPaidLate: true },
    { settings: { ...settings, dunning: { ...DUNNING_DEFAULTS, latePayment } }, asOf },
  )

describe("standingAfter", () => {
  it("B34: a late payment renews from the old expiry, or from the day it was paid", () => {
    expect(paidOn("2026-03-05", "old_expiry")).toMatchObject({ anchor_on: "2026-01-31", next_due_on: "2026-03-31" })
    expect(paidOn("2026-03-05", "paid_on")).toMatchObject({
      anchor_on: "2026-03-05",
      anchor_cycle: 1,
      period_start: "2026-03-05",
      period_end: "2026-04-05",
      next_due_on: "2026-04-05",
      dunning_on: null,
    })
  })

  it("B23, B34: what is canceled for the period's end ends with the period that the late payment begins", () => {
    const late = { status: "active" as const, suspendedReason: null, owed: [], isPaidLate: true }
    const dunning = { ...DUNNING_DEFAULTS, latePayment: "paid_on" as const }
    const canceled = row({ cancel_on: "2026-03-31" })
    expect(standingAfter(canceled, late, { settings: { ...settings, dunning }, asOf: "2026-03-05" })).toMatchObject({
      ...{ period_end: "2026-04-05", cancel_on: "2026-04-05", next_due_on: "2026-04-05" },
    })
  })

  it("B34: a late payment of a part of a period moves no anchor: the part ends when it ends", () => {
    const part = row({ anchor_cycle: 1, next_cycle: 3, period_start: "2026-03-10" })
    const late = { status: "active" as const, suspendedReason: null, owed: [], isPaidLate: true }
    const dunning = { ...DUNNING_DEFAULTS, latePayment: "paid_on" as const }
    expect(standingAfter(part, late, { settings: { ...settings, dunning }, asOf: "2026-03-12" })).toMatchObject({
      ...{ anchor_on: "2026-01-31", anchor_cycle: 1, period_end: "2026-03-31" },
    })
  })

  it("law: a payment on time moves no anchor", () => {
    expect(paidOn("2026-02-28", "paid_on")).toMatchObject({ anchor_on: "2026-01-31", next_due_on: "2026-03-31" })
  })

  it("writes nothing where nothing changes", () => {
    const change = { status: "past_due" as const, suspendedReason: null, owed: [] }
    expect(standingAfter(row(), change, { settings, asOf: "2026-03-01" })).toBeNull()
  })
})

describe("dunned", () => {
  it("B33: a suspended subscription is billed no more, and goes on from its old dates", () => {
    const suspended = dunned({ row: row(), owed: [owed] }, { settings, asOf: "2026-03-03" })
    expect(suspended.standing).toMatchObject({
      status: "suspended",
      suspended_reason: "overdue",
      next_due_on: null,
      terminate_on: "2026-03-14",
      dunning_on: "2026-03-14",
    })
    expect(suspended.events).toEqual([
      { name: "billing.subscription.suspended", data: { id: "bsub_A", order_id: "order_A", reason: "overdue" } },
    ])
    const after = { ...row(), ...suspended.standing }
    expect(dunned({ row: after, owed: [] }, { settings, asOf: "2026-03-05", reason: "paid" })).toMatchObject({
      standing: { status: "active", suspended_reason: null, next_due_on: "2026-03-31", dunning_on: null },
      timeLine: [{ type: "resumed", data: { reason: "paid" } }],
    })
  })

  it("B33: terminated, it has ended, and nothing is due any more", () => {
    const ended = dunned({ row: row(), owed: [owed] }, { settings, asOf: "2026-03-14" })
    expect(ended).toMatchObject({
      isEnded: true,
      standing: { status: "canceled", ended_on: "2026-03-14", cancel_reason: "overdue", next_due_on: null },
    })
  })
})

describe("suspensions by hand", () => {
  const asked = { reason: "Talked to her", owesPastDue: false, asOf: "2026-03-05" }

  it("B33: suspend and resume by hand, with a reason; one for being overdue can be taken over", () => {
    expect(suspendChange(row({ status: "active" }), "Abuse", settings)).toMatchObject({
      ok: true,
      change: { type: "suspended", patch: { status: "suspended", suspended_reason: "manual", next_due_on: null } },
    })
    const overdue = row({ status: "suspended", suspended_reason: "overdue" })
    expect(suspendChange(overdue, "Abuse", settings)).toMatchObject({ ok: true })
    expect(suspendChange({ ...overdue, suspended_reason: "manual" }, "Abuse", settings)).toMatchObject({ ok: false })
    expect(resumeChange(overdue, asked, settings)).toMatchObject({
      ok: true,
      change: { patch: { status: "active", next_due_on: "2026-03-31" } },
    })
  })

  it("what owes past its date, or runs, is not resumed by hand", () => {
    const overdue = row({ status: "suspended", suspended_reason: "overdue" })
    expect(resumeChange(overdue, { ...asked, owesPastDue: true }, settings)).toMatchObject({ ok: false })
    expect(resumeChange(row({ status: "active" }), asked, settings)).toMatchObject({ ok: false })
  })
})
