import fc from "fast-check"
import { addDays, compareDates, type CivilDate } from "../../calendar"
import { subscription } from "../../__tests__/subscriptions"
import { dueReminders, isStillDue } from "./due-reminders"
import { isSameReminder, type ReminderKey } from "./reminder"
import type { RemindedAttempt, RemindedInvoice, RemindedSubscription, ReminderFacts } from "./reminder-facts"
import { DEFAULT_REMINDER_SETTINGS, type ReminderSettings } from "./reminder-settings"

const DUE = "2026-02-28"

const monthly = (changes: Partial<RemindedSubscription> = {}): RemindedSubscription => ({
  kind: "subscription",
  subscription: subscription(),
  customerId: "cus_1",
  startedOn: "2026-01-31",
  method: { id: "pm_1", expires: null, isDirectDebit: false },
  suspendedOn: null,
  terminatedOn: null,
  ...changes,
})

const invoice = (changes: Partial<RemindedInvoice> = {}): RemindedInvoice => ({
  kind: "invoice",
  id: "binv_1",
  documentKind: "invoice",
  isOpen: true,
  issuedOn: "2026-02-21",
  dueOn: DUE,
  paidOn: null,
  paidTotal: "0",
  collectionMethod: "send_invoice",
  isOfRenewal: true,
  isBeingCollected: false,
  ...changes,
})

const attempt = (changes: Partial<RemindedAttempt> = {}): RemindedAttempt => ({
  kind: "renewal",
  renewalId: "bren_1",
  renewalStatus: "failed",
  dueOn: DUE,
  number: 1,
  status: "soft_declined",
  attemptedOn: DUE,
  ...changes,
})

/** What is sent when a tick comes on each of these dates, in this order. */
function sentOn(facts: (asOf: CivilDate) => ReminderFacts, dates: CivilDate[], settings = DEFAULT_REMINDER_SETTINGS) {
  const recorded: ReminderKey[] = []
  const sent: [CivilDate, string][] = []
  for (const asOf of dates) {
    for (const due of dueReminders(facts(asOf), { settings, asOf, recorded })) {
      recorded.push(due)
      sent.push([asOf, `${due.template.slice(8)} ${due.step}`])
    }
  }
  return { recorded, sent }
}

const daily = (from: CivilDate, days: number): CivilDate[] => Array.from({ length: days }, (_, i) => addDays(from, i))

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

describe("B37: what an invoice's customer is told", () => {
  it("that it was issued, when it is due, and that it was not paid", () => {
    expect(sentOn(() => invoice(), daily("2026-02-21", 60)).sent).toEqual([
      ["2026-02-21", "invoice_issued issued"],
      ["2026-02-23", "invoice_due 5"],
      ["2026-02-25", "invoice_due 3"],
      ["2026-02-27", "invoice_due 1"],
      ["2026-03-01", "overdue 1"],
      ["2026-03-07", "overdue 7"],
    ])
  })

  it("one thing at a time, where the invoice goes out late", () => {
    expect(sentOn(() => invoice(), ["2026-02-25", "2026-02-26"]).sent).toEqual([
      ["2026-02-25", "invoice_issued issued"],
      ["2026-02-26", "invoice_due 3"],
    ])
  })

  it("that it is overdue only once no further charge is planned, and never what was paid with the order", () => {
    const charged = { collectionMethod: "charge_automatically" as const }
    expect(sentOn(() => invoice({ ...charged, isBeingCollected: true }), daily("2026-02-21", 60)).sent).toEqual([])
    expect(sentOn(() => invoice(charged), daily("2026-02-21", 60)).sent.map(([, name]) => name)).toEqual([
      "overdue 1",
      "overdue 7",
    ])
    expect(sentOn(() => invoice({ collectionMethod: null, isOfRenewal: false }), daily("2026-02-21", 60)).sent).toEqual(
      [],
    )
  })

  it("each payment, once, and a credit note", () => {
    const paid = (asOf: CivilDate) =>
      invoice({
        issuedOn: "2026-02-01",
        dueOn: "2026-04-30",
        isOpen: compareDates(asOf, "2026-03-02") < 0,
        paidOn: compareDates(asOf, "2026-03-02") < 0 ? "2026-02-25" : "2026-03-02",
        paidTotal: compareDates(asOf, "2026-03-02") < 0 ? "10.00" : "30.00",
      })
    expect(sentOn(paid, daily("2026-02-25", 30)).sent).toEqual([
      ["2026-02-25", "payment_received paid 10.00 on 2026-02-25"],
      ["2026-03-02", "payment_received paid 30.00 on 2026-03-02"],
    ])
    const credit = invoice({ documentKind: "credit_note", isOpen: false })
    expect(sentOn(() => credit, daily("2026-02-21", 30)).sent).toEqual([["2026-02-21", "credit_note_issued issued"]])
  })
})

describe("B37: what a charge's customer is told", () => {
  it.each([
    ["soft_declined", ["payment_failed attempt 1"]],
    ["hard_declined", ["payment_failed attempt 1"]],
    ["requires_action", ["action_required attempt 1"]],
    ["unknown", []],
    ["paid", []],
  ] as const)("%s", (status, names) => {
    const sent = sentOn(() => attempt({ status }), [DUE, DUE, addDays(DUE, 1)]).sent
    expect(sent.map(([, name]) => name)).toEqual(names)
  })

  it("nothing once it is paid or old", () => {
    expect(sentOn(() => attempt({ renewalStatus: "paid" }), [DUE]).sent).toEqual([])
    expect(sentOn(() => attempt(), [addDays(DUE, 8)]).sent).toEqual([])
  })
})

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
