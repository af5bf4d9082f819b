import { billedSubscription } from "../../__tests__/subscriptions"
import { retainedUntil, retentionChange, retentionOffer, type RetentionSettings } from "./retention"

const settings: RetentionSettings = { offer: "discount", pauseDays: 30, percent: "20", cycles: 3 }
const retaining = (changes: Partial<RetentionSettings> = {}) => ({
  settings: { ...settings, ...changes },
  asOf: "2026-02-10",
  invoiceDaysBefore: 7,
})

describe("B23: what is offered instead of a cancellation", () => {
  const leaving = billedSubscription({ cancel_on: "2026-02-28", next_due_on: "2026-02-28" })

  it("is a percentage for the next cycles, which takes a scheduled cancellation back", () => {
    expect(retentionOffer(leaving, retaining())).toEqual({
      ...{ kind: "discount", percent: "20", cycles: 3, fromOn: "2026-02-28" },
    })
    expect(retentionChange(leaving, retaining())).toMatchObject({
      ok: true,
      change: {
        type: "retained",
        patch: { retained_on: "2026-02-10", cancel_on: null, next_due_on: "2026-02-28" },
        data: { percent: "20", cycles: 3 },
      },
    })
    expect(retainedUntil({ ...leaving, next_cycle: 4, part_bills: 1 }, 3)).toBe(6)
  })

  it("is a pause, which ends by itself", () => {
    const paused = retentionChange(leaving, retaining({ offer: "pause" }))
    expect(paused).toMatchObject({
      ok: true,
      offer: { kind: "pause", until: "2026-03-12" },
      change: {
        type: "paused",
        patch: { status: "paused", paused_until: "2026-03-12", cancel_on: null, retained_on: "2026-02-10" },
      },
    })
  })

  it("is offered once, only while it runs and is billed again, and not where the store offers nothing", () => {
    const taken = { ...leaving, retained_on: "2026-01-20" }
    expect(retentionOffer(taken, retaining())).toBeNull()
    expect(retentionChange(taken, retaining())).toEqual({ ok: false, reason: "Its offer was taken already" })
    expect(retentionOffer(billedSubscription({ status: "past_due" }), retaining())).toBeNull()
    expect(retentionOffer(billedSubscription({ status: "past_due" }), retaining({ offer: "pause" }))).toBeNull()
    expect(retentionOffer(billedSubscription({ end_cycle: 1, expires_on: "2026-02-28" }), retaining())).toBeNull()
    expect(retentionOffer(billedSubscription({ payment_type: "free" }), retaining())).toBeNull()
    expect(retentionChange(leaving, retaining({ offer: "none" }))).toMatchObject({ ok: false })
  })
})
