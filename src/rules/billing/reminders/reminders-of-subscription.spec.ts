import { compareDates } from "../../calendar"
import { daily, DUE, monthly, sentOn } from "../../__tests__/reminders"
import { subscription } from "../../__tests__/subscriptions"
import type { RemindedSubscription } from "./reminder-facts"
import { DEFAULT_REMINDER_SETTINGS, type ReminderSettings } from "./reminder-settings"

describe("B37: what a customer is reminded of", () => {
  it("a renewal seven, five, three days and a day ahead, each once, and nothing on the day", () => {
    const { sent } = sentOn(
      () => monthly(),
      daily("2026-02-10", 30).flatMap((date) => [date, date]),
    )
    expect(sent).toEqual([
      ["2026-02-21", "renewal_upcoming 7"],
      ["2026-02-23", "renewal_upcoming 5"],
      ["2026-02-25", "renewal_upcoming 3"],
      ["2026-02-27", "renewal_upcoming 1"],
    ])
  })

  it("after a downtime, the latest one alone", () => {
    expect(sentOn(() => monthly(), ["2026-02-20", "2026-02-26", "2026-02-26"]).sent).toEqual([
      ["2026-02-26", "renewal_upcoming 3"],
    ])
  })

  it("with the clock put back, nothing that was passed over", () => {
    expect(sentOn(() => monthly(), ["2026-02-26", "2026-02-22", "2026-02-27"]).sent).toEqual([
      ["2026-02-26", "renewal_upcoming 3"],
      ["2026-02-27", "renewal_upcoming 1"],
    ])
  })

  it("B22: a new price from its day on until it holds, and consent until the last day of an answer; each once", () => {
    const change = { id: "bprc_1", tellOn: "2026-03-03", effectiveOn: "2026-04-30", answerUntil: null }
    const settings: ReminderSettings = { ...DEFAULT_REMINDER_SETTINGS, days: [] }
    const told = (status: "announced" | "asked" | "accepted", answerUntil: string | null, days: string[]) =>
      sentOn(() => monthly({ priceChange: { ...change, status, answerUntil } }), days, settings).sent
    expect(told("announced", null, daily("2026-03-01", 80))).toEqual([["2026-03-03", "price_change bprc_1"]])
    expect(told("announced", null, ["2026-04-30"])).toEqual([])
    expect(told("asked", "2026-03-20", daily("2026-03-01", 80))).toEqual([["2026-03-03", "price_consent bprc_1"]])
    expect(told("asked", "2026-03-20", ["2026-03-21"])).toEqual([])
    expect(told("accepted", "2026-03-20", daily("2026-03-01", 80))).toEqual([])
  })

  it("nothing on the day on which a period begins: a week's renewal is not announced as it is paid", () => {
    const weekly = monthly({
      subscription: subscription({ anchorOn: "2026-02-21", interval: { unit: "week", count: 1 }, nextDueOn: DUE }),
      startedOn: "2026-02-21",
    })
    expect(sentOn(() => weekly, daily("2026-02-21", 8)).sent.map(([, name]) => name)).toEqual([
      "renewal_upcoming 5",
      "renewal_upcoming 3",
      "renewal_upcoming 1",
    ])
  })

  it("a trial's end in its own words, and an end instead of a renewal", () => {
    const trial = monthly({
      subscription: subscription({ status: "trialing", anchorOn: DUE, nextCycle: 0 }),
      startedOn: "2026-02-14",
    })
    expect(sentOn(() => trial, daily("2026-02-14", 20)).sent.map(([, name]) => name)).toEqual([
      "trial_ending 7",
      "trial_ending 1",
    ])
    const ending = monthly({ subscription: subscription({ cancelOn: DUE }) })
    expect(sentOn(() => ending, daily("2026-02-10", 30)).sent.map(([, name]) => name)).toEqual([
      "expiry_upcoming 7",
      "expiry_upcoming 5",
      "expiry_upcoming 3",
      "expiry_upcoming 1",
    ])
  })

  it("B3: no end of what is for something else from that day on, but that of a cancellation", () => {
    const free = subscription({ paymentType: "free", expiresOn: DUE })
    const sent = (one: RemindedSubscription) => sentOn(() => one, daily("2026-02-10", 30)).sent
    expect(sent(monthly({ subscription: free, isToChange: true }))).toEqual([])
    expect(sent(monthly({ subscription: free }))).toHaveLength(4)
    const canceled = subscription({ paymentType: "free", expiresOn: DUE, cancelOn: DUE })
    expect(sent(monthly({ subscription: canceled, isToChange: true }))).toHaveLength(4)
  })

  it("a direct debit is announced; the countdown after it goes on, and replaces it after a downtime", () => {
    const debited = monthly({ method: { id: "pm_1", expires: null, isDirectDebit: true } })
    expect(sentOn(() => debited, daily("2026-02-10", 30)).sent.map(([, name]) => name)).toEqual([
      "debit_announced 14",
      "renewal_upcoming 7",
      "renewal_upcoming 5",
      "renewal_upcoming 3",
      "renewal_upcoming 1",
    ])
    expect(sentOn(() => debited, ["2026-02-22", "2026-02-23"]).sent.map(([, name]) => name)).toEqual([
      "renewal_upcoming 7",
      "renewal_upcoming 5",
    ])
    const settings: ReminderSettings = { ...DEFAULT_REMINDER_SETTINGS, off: ["billing.renewal_upcoming"] }
    expect(sentOn(() => debited, ["2026-02-22"], settings).sent).toEqual([["2026-02-22", "debit_announced 14"]])
  })

  it("a card once, from thirty days before its last day to that day", () => {
    const card = (expires: string) => monthly({ method: { id: "pm_1", expires, isDirectDebit: false } })
    const settings: ReminderSettings = { ...DEFAULT_REMINDER_SETTINGS, days: [] }
    const { recorded, sent } = sentOn(() => card("2026-12"), daily("2026-11-01", 90), settings)
    expect(sent).toEqual([["2026-12-01", "card_expiring expiring"]])
    expect(recorded[0]).toMatchObject({ subject: "payment_method", subject_id: "cus_1:pm_1", on_date: "2026-12-31" })
    expect(sentOn(() => card("2026-02"), ["2026-02-28"], settings).sent).toHaveLength(1)
    expect(sentOn(() => card("2026-02"), ["2026-03-01"], settings).sent).toEqual([])
    expect(sentOn(() => card("2026-13"), daily("2026-11-01", 90), settings).sent).toEqual([])
  })

  it("a suspension each time, the end that comes of it, and neither when it is old", () => {
    const suspended = (suspendedOn: string) =>
      monthly({ subscription: subscription({ status: "suspended", nextDueOn: null }), suspendedOn })
    const { sent } = sentOn(
      (asOf) => suspended(compareDates(asOf, "2026-04-01") < 0 ? "2026-03-03" : "2026-05-03"),
      daily("2026-03-03", 90),
    )
    expect(sent).toEqual([
      ["2026-03-03", "suspended suspended"],
      ["2026-05-03", "suspended suspended"],
    ])
    expect(sentOn(() => suspended("2026-03-03"), ["2026-03-12"]).sent).toEqual([])
    const ended = monthly({
      subscription: subscription({ status: "canceled", nextDueOn: null }),
      suspendedOn: "2026-03-03",
      terminatedOn: "2026-03-14",
    })
    expect(sentOn(() => ended, daily("2026-03-14", 30)).sent).toEqual([["2026-03-14", "terminated terminated"]])
  })
})
