import { chargedRenewal as charged, collectibleRenewal } from "../../__tests__/charges"
import type { ChargedRenewal, CollectibleRenewal } from "./charged-renewal"
import { settlementsOf } from "./settlements-of"

const OWED = { isCanceled: false, isPaid: false }
const renewal = (status: CollectibleRenewal["status"]): CollectibleRenewal => collectibleRenewal({ status })
const settle = (one: ChargedRenewal, { now = one.renewal.status, asOf = "2026-02-28", ended = false } = {}) =>
  settlementsOf([one], {
    statuses: new Map([["bren_A_1", now]]),
    ended: new Set(ended ? ["bren_A_1"] : []),
    settings: { retryAfterDays: [1, 3, 5, 7] },
    asOf,
  })

describe("settlementsOf", () => {
  it("B30: a paid charge settles its renewal, and is reported", () => {
    expect(settle(charged())).toMatchObject({
      settled: [{ id: "bren_A_1", status: "paid", reason: null, is_open: false }],
      changed: [{ fact: { status: "paid" } }],
      outdated: [],
    })
  })

  it("decision 7: in doubt, it stays as it is and is asked about again", () => {
    const doubt = {
      outcome: { status: "unknown" as const, reason: "timeout" },
      order: { isCanceled: false, isPaid: false },
    }
    expect(settle(charged(doubt))).toMatchObject({
      settled: [{ status: "issued", reason: "timeout", is_open: true }],
      changed: [],
    })
    const canceled = { ...doubt, order: { isCanceled: true, isPaid: false } }
    expect(settle(charged(canceled))).toMatchObject({
      settled: [{ status: "canceled", reason: "charge_in_doubt", is_open: true }],
      changed: [{ fact: { status: "order_canceled" } }],
    })
    expect(settle(charged({ ...canceled, renewal: renewal("canceled") }))).toMatchObject({
      settled: [{ status: "canceled", is_open: true }],
      changed: [],
    })
  })

  it("says what could not be given back, and tries it again", () => {
    expect(settle(charged({ order: { isCanceled: true, isPaid: true }, keeps: true }))).toMatchObject({
      settled: [{ status: "canceled", reason: "not_given_back", is_open: true }],
    })
  })

  it("decision 7: leaves to a later run what another process has settled meanwhile", () => {
    expect(settle(charged(), { now: "canceled" })).toEqual({
      settled: [],
      changed: [],
      processing: [],
      outdated: ["bren_A_1"],
    })
  })

  it("without a charge and without news of the order, changes nothing", () => {
    const untouched = { outcome: null, order: { isCanceled: false, isPaid: false } }
    expect(settle(charged(untouched))).toMatchObject({ settled: [{ status: "issued", is_open: false }], changed: [] })
  })

  it("B32: a soft decline is tried again on the next day of the schedule, and another failed try is reported", () => {
    const declined = { outcome: { status: "soft_declined" as const, reason: "insufficient_funds" }, order: OWED }
    expect(settle(charged(declined)).settled).toMatchObject([{ status: "failed", collect_on: "2026-03-01" }])
    const second = charged({
      ...declined,
      renewal: collectibleRenewal({ status: "failed", attempt_number: 2, tried_on: ["2026-02-28"] }),
      attempt: { number: 2, was: "started" },
    })
    expect(settle(second, { asOf: "2026-03-01" })).toMatchObject({
      settled: [{ status: "failed", collect_on: "2026-03-03" }],
      changed: [{ fact: { status: "soft_declined" }, attempt: 2 }],
    })
    expect(settle(second, { asOf: "2026-03-07" }).settled).toMatchObject([{ collect_on: null }])
    expect(settle(second, { asOf: "2026-03-01", ended: true }).settled).toMatchObject([{ collect_on: null }])
  })

  it("B32: a hard decline waits for another method; BI8: what asks for the customer is never retried alone", () => {
    for (const status of ["hard_declined", "requires_action"] as const) {
      const one = charged({ outcome: { status, reason: "why" }, order: OWED })
      expect(settle(one).settled).toMatchObject([{ status: "failed", collect_on: null }])
    }
    const waiting = collectibleRenewal({ status: "failed", attempt_number: 2, tried_on: ["2026-02-28"] })
    const asked = charged({
      renewal: waiting,
      attempt: { number: 1, was: "requires_action" },
      outcome: { status: "requires_action", reason: "authentication_required" },
      order: OWED,
    })
    expect(settle(asked).changed).toEqual([])
    const refused = { ...asked, outcome: { status: "soft_declined" as const, reason: "authentication_failed" } }
    expect(settle(refused).changed).toMatchObject([{ attempt: 1 }])
  })

  it("BI9: a debit that the bank processes is asked about once a day, and reported once", () => {
    const processing = charged({ outcome: { status: "processing", reason: "processing" }, order: OWED })
    const open = { status: "issued", is_open: true, collect_on: "2026-03-01", reason: "processing" }
    expect(settle(processing)).toMatchObject({ settled: [open], changed: [], processing: [{ id: "bren_A_1" }] })
    const again = { ...processing, renewal: collectibleRenewal({ reason: "processing" }) }
    expect(settle(again)).toMatchObject({ settled: [open], processing: [] })
  })

  it("BI9: one that the bank refuses after days is overdue from that day on", () => {
    const refused = charged({
      renewal: collectibleRenewal({ reason: "processing", tried_on: ["2026-02-28"] }),
      attempt: { number: 1, was: "processing" },
      outcome: { status: "soft_declined", reason: "insufficient_funds" },
      order: OWED,
    })
    expect(settle(refused, { asOf: "2026-03-10" }).settled).toMatchObject([
      { status: "failed", dunning_from: "2026-03-10", collect_on: "2026-03-11" },
    ])
  })
})
