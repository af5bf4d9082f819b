import { decideRenewals } from "../renewals/decide-renewals"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { earlyRenewalChange, skipChange } from "./next-cycle-change"

const SETTINGS = { invoiceDaysBefore: 7 }
const RUN = { catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const
const asOf = "2026-05-10"

const row = (changes: Partial<SubscriptionColumns> = {}): SubscriptionColumns => ({
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
  ...changes,
})

describe("the next cycle", () => {
  it("B31: billed early, it begins at the current end, is due at once, and the dates after it stay", () => {
    const answer = earlyRenewalChange(row(), asOf, SETTINGS)
    expect(answer).toMatchObject({ ok: true, change: { patch: { early_on: asOf, next_due_on: asOf } } })
    const facts = toSubscriptionFacts({ ...row(), early_on: asOf })
    expect(decideRenewals(facts, { ...RUN, asOf })).toEqual([
      { kind: "bill", cycle: 1, periodStart: "2026-06-01", periodEnd: "2026-07-01", dueOn: asOf },
    ])
  })

  it("B24, B31: where the next one is skipped, the one after it is not billed early: nobody would pay what lies between", () => {
    expect(earlyRenewalChange(row({ next_cycle: 2 }), asOf, SETTINGS)).toEqual({
      ...{ ok: false, reason: "Its renewal of 2026-06-01 is skipped: the one after it is billed on its day" },
    })
    const ahead = row({ next_cycle: 2, period_start: "2026-06-01", period_end: "2026-07-01" })
    expect(earlyRenewalChange(ahead, asOf, SETTINGS)).toMatchObject({ ok: true })
  })

  it("B24: skipped, it is never billed, and the one after it comes on its day", () => {
    expect(skipChange(row(), { reason: "on holiday", asOf }, SETTINGS)).toMatchObject({
      ok: true,
      change: { patch: { next_cycle: 2, next_due_on: "2026-07-01" }, data: { cycle: 1, on: "2026-06-01" } },
    })
  })

  it("B28: skipped, it uses up none of the cycles that a discount is given for", () => {
    const skipped = skipChange(row({ part_bills: 2 }), { reason: "on holiday", asOf }, SETTINGS)
    expect(skipped).toMatchObject({ change: { patch: { next_cycle: 2, part_bills: 3 } } })
  })

  it("B5b: skipped, it is none of a fixed number of cycles, also where it would have been the last: the end moves by it", () => {
    const of = row({ end_cycle: 2, expires_on: "2026-07-01" })
    const skipped = skipChange(of, { reason: "on holiday", asOf }, SETTINGS)
    expect(skipped).toMatchObject({
      change: { patch: { next_cycle: 2, end_cycle: 3, expires_on: "2026-08-01", next_due_on: "2026-07-01" } },
    })
    const last = skipped.ok ? { ...of, ...skipped.change.patch } : of
    expect(decideRenewals(toSubscriptionFacts(last), { ...RUN, asOf: "2026-09-01" })).toMatchObject([
      { kind: "bill", periodStart: "2026-07-01", periodEnd: "2026-08-01" },
      { kind: "end", to: "expired", on: "2026-08-01" },
    ])
  })

  it("B5a: skipped, a part that leads to the billing day is left out, and the next one is whole", () => {
    const part = row({ anchor_on: "2026-06-01", anchor_cycle: 1, part_from: "2026-06-11", period_end: "2026-06-11" })
    expect(skipChange(part, { reason: "on holiday", asOf }, SETTINGS)).toMatchObject({
      ok: true,
      change: { patch: { next_cycle: 2, part_from: null, next_due_on: "2026-07-01" }, data: { on: "2026-06-11" } },
    })
  })

  it.each([
    [row({ status: "paused" }), /is paused/],
    [row({ payment_type: "free" }), /is free/],
    [row({ cancel_on: "2026-06-01" }), /ends before/],
    [row({ next_cycle: 0 }), /is due/],
  ])("says why not (%#)", (of, reason) => {
    for (const answer of [earlyRenewalChange(of, asOf, SETTINGS), skipChange(of, { reason: "x", asOf }, SETTINGS)]) {
      expect(answer).toMatchObject({ ok: false, reason: expect.stringMatching(reason) })
    }
  })
})
