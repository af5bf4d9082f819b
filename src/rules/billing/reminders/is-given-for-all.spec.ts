import fc from "fast-check"
import type { ReminderStatus } from "./reminder"
import { isGivenForAll, isNoticeOf, isNoticeOfCharge, type RecordedNotice } from "./is-given-for-all"

const notice = (subject_id: string, over: Partial<RecordedNotice> = {}): RecordedNotice => ({
  id: `brem_${subject_id}`,
  template: "billing.renewal_upcoming",
  subject: "subscription",
  subject_id,
  step: "7",
  on_date: "2027-02-15",
  status: "sending",
  ...over,
})
const CARD = { id: "bsub_b", payment_method: { id: "pm_1", brand: "visa" } }
const DEBIT = { id: "bsub_b", payment_method: { id: "pm_2", brand: "sepa_debit" } }
const a = notice("bsub_a")
const b = notice("bsub_b")
const given = (one: RecordedNotice, recorded: RecordedNotice[], lead: typeof CARD = CARD) =>
  isGivenForAll(one, { lead, recorded })

describe("B30, B37: one notice for one invoice", () => {
  it("is the one of the subscription that is charged", () => {
    expect([a, b].map((one) => given(one, [a, b]))).toEqual([false, true])
  })

  it("is another one's where that one is not told of these days, or what it was about is over", () => {
    const other = notice("bsub_b", { step: "5" })
    expect(given(a, [a, other])).toBe(true)
    expect(given(a, [a, notice("bsub_b", { status: "skipped" })])).toBe(true)
    expect(given(a, [a, notice("bsub_b", { on_date: "2027-03-15" })])).toBe(true)
  })

  it("is given once: not after another one was sent, as where the lead came later", () => {
    expect(given(b, [notice("bsub_a", { status: "sent" }), b])).toBe(false)
  })

  it("announces a debit only where a debit is made", () => {
    const announced = notice("bsub_a", { template: "billing.debit_announced", step: "14" })
    expect(given(announced, [announced])).toBe(false)
    expect(given(announced, [announced], DEBIT)).toBe(true)
  })

  it("leaves the end of a trial to a notice of its own", () => {
    const trial = notice("bsub_a", { template: "billing.trial_ending" })
    expect(given(trial, [trial, b])).toBe(true)
    expect(given(b, [trial, b])).toBe(true)
    expect(isNoticeOf(trial, { status: "trialing" })).toBe(true)
    expect(isNoticeOf(trial, { status: "active" })).toBe(false)
    expect(isNoticeOf(b, { status: "past_due" })).toBe(true)
    expect(isNoticeOfCharge({ template: "billing.suspended" })).toBe(false)
  })

  it("law: of all notices of one invoice and one day, exactly one is given, whoever asks in whatever order", () => {
    const status = fc.constantFrom<ReminderStatus>("waiting", "sending", "failed")
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1 }),
        fc.infiniteStream(status),
        (ids, statuses) => {
          const recorded = ids.map((id) => notice(`bsub_${id}`, { status: statuses.next().value ?? "waiting" }))
          const lead = { id: `bsub_${ids[0] ?? 0}`, payment_method: null }
          const speakers = recorded.filter((one) => isGivenForAll(one, { lead, recorded }))
          expect(speakers.map(({ subject_id }) => subject_id)).toEqual([lead.id])
          const again = [...recorded]
            .reverse()
            .filter((one) => isGivenForAll(one, { lead, recorded: [...recorded].reverse() }))
          expect(again).toEqual(speakers)
        },
      ),
    )
  })
})
