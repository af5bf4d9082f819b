import { decideChange, type ChangeFacts, type ChangeTerms } from "./decide-change"

const monthly = (changes: Partial<ChangeTerms> = {}): ChangeTerms => ({
  cycleId: "bcyc_basic",
  quantity: 1,
  paymentType: "recurring",
  interval: { unit: "month", count: 1 },
  price: "10.00",
  currency: "usd",
  ...changes,
})

const period = { start: "2026-04-01", end: "2026-05-01" }

const facts = (changes: Partial<ChangeFacts> = {}): ChangeFacts => ({
  status: "active",
  terms: monthly(),
  period,
  paid: { ...period, amount: "10.00" },
  cancelOn: null,
  isCharging: false,
  ...changes,
})

const pro = monthly({ cycleId: "bcyc_pro", price: "20.00" })
const asOf = "2026-04-16"

describe("decideChange", () => {
  it("B25: the same interval prorates, and keeps the due date", () => {
    expect(decideChange(facts(), { to: pro, when: "now", asOf })).toMatchObject({
      kind: "prorate",
      period,
      credit: "5.00",
      charge: "10.00",
      due: "5.00",
      toBalance: "0.00",
    })
  })

  it("B25: another interval starts a full period and a new anchor on that day; unused days are credited", () => {
    const yearly = monthly({ cycleId: "bcyc_year", interval: { unit: "year", count: 1 }, price: "100.00" })
    expect(decideChange(facts(), { to: yearly, when: "now", asOf })).toEqual({
      kind: "restart",
      on: asOf,
      period: { start: asOf, end: "2027-04-16" },
      credit: "5.00",
      charge: "100.00",
      due: "95.00",
      toBalance: "0.00",
    })
  })

  it("B5a: with a billing day, what starts is the part that leads to it, also where that part was to come next", () => {
    const billingDay = { day: 1, month: 1 }
    const yearly = monthly({ cycleId: "bcyc_year", interval: { unit: "year", count: 1 }, price: "365.00", billingDay })
    expect(decideChange(facts(), { to: yearly, when: "now", asOf })).toMatchObject({
      ...{ kind: "restart", period: { start: asOf, end: "2027-01-01" }, charge: "260.00" },
    })
    const partNext = facts({ isPartNext: true, period: { start: "2026-04-11", end: "2026-05-11" } })
    expect(decideChange(partNext, { to: { ...pro, billingDay }, when: "now", asOf })).toMatchObject({
      ...{ kind: "restart", period: { start: asOf, end: "2026-05-01" }, charge: "10.00" },
    })
  })

  it("B5b: what ends with its period is changed now, or not", () => {
    const last = facts({ expiresOn: period.end })
    expect(decideChange(last, { to: pro, when: "period_end", asOf })).toMatchObject({ kind: "refuse", field: "when" })
    expect(decideChange(last, { to: pro, when: "now", asOf }).kind).toBe("prorate")
  })

  it("B25: a credit that is left over goes to the balance", () => {
    const basic = facts({ terms: pro, paid: { ...period, amount: "100.00" } })
    expect(decideChange(basic, { to: monthly(), when: "now", asOf })).toMatchObject({
      credit: "50.00",
      charge: "5.00",
      due: "0.00",
      toBalance: "45.00",
    })
  })

  it("B3: from a free one, a full period starts", () => {
    const free = facts({
      terms: monthly({ paymentType: "free", interval: null, price: "0" }),
      period: null,
      paid: null,
    })
    expect(decideChange(free, { to: pro, when: "now", asOf })).toMatchObject({
      kind: "restart",
      due: "20.00",
      period: { start: asOf, end: "2026-05-16" },
    })
  })

  it("twelve months are a year", () => {
    const year = { start: "2026-01-01", end: "2027-01-01" }
    const long = facts({
      terms: monthly({ interval: { unit: "month", count: 12 } }),
      period: year,
      paid: { ...year, amount: "120.00" },
    })
    const to = monthly({ cycleId: "bcyc_pro", interval: { unit: "year", count: 1 }, price: "240.00" })
    expect(decideChange(long, { to, when: "now", asOf }).kind).toBe("prorate")
  })

  it("B25: at the period's end it is noted; in a trial it replaces", () => {
    expect(decideChange(facts(), { to: pro, when: "period_end", asOf })).toEqual({ kind: "schedule", on: "2026-05-01" })
    const trial = facts({ status: "trialing", paid: null })
    expect(decideChange(trial, { to: pro, when: "now", asOf })).toEqual({ kind: "replace", on: asOf })
  })

  it.each<[string, ChangeFacts, ChangeTerms, string | null]>([
    ["the same plan", facts(), monthly(), "cycle_id"],
    ["another currency", facts(), monthly({ cycleId: "bcyc_pro", currency: "eur" }), "cycle_id"],
    ["during a charge", facts({ isCharging: true }), pro, null],
    ["past due", facts({ status: "past_due" }), pro, null],
    ["canceled soon", facts({ cancelOn: "2026-05-01" }), pro, null],
    ["no units", facts(), monthly({ quantity: 0 }), "quantity"],
    [
      "what is paid once",
      facts(),
      monthly({ cycleId: "bcyc_once", paymentType: "lifetime", interval: null }),
      "cycle_id",
    ],
  ])("B25: %s is refused, with field and reason", (_name, given, to, field) => {
    expect(decideChange(given, { to, when: "now", asOf })).toMatchObject({
      kind: "refuse",
      field,
      reason: expect.stringMatching(/\w/),
    })
  })

  it("B24: at the period's end is with the next cycle, which is later where one is skipped", () => {
    const skipped = facts({ nextOn: "2026-06-01" })
    expect(decideChange(skipped, { to: pro, when: "period_end", asOf })).toEqual({ kind: "schedule", on: "2026-06-01" })
    expect(decideChange({ ...skipped, expiresOn: "2026-06-01" }, { to: pro, when: "period_end", asOf })).toMatchObject({
      ...{ kind: "refuse", field: "when", reason: expect.stringMatching(/ends on 2026-06-01/) },
    })
  })

  it("B3: what is free for a while is changed now, or when it would expire, and stays what it is until then", () => {
    const free = facts({
      terms: monthly({ cycleId: "bcyc_free", paymentType: "free", interval: { unit: "day", count: 30 }, price: "0" }),
      ...{ period: null, paid: null, expiresOn: "2026-05-01", nextOn: "2026-05-01" },
    })
    expect(decideChange(free, { to: pro, when: "period_end", asOf })).toEqual({ kind: "schedule", on: "2026-05-01" })
    expect(decideChange(free, { to: pro, when: "now", asOf })).toMatchObject({
      ...{ kind: "restart", on: asOf, credit: "0.00", charge: "20.00" },
    })
  })
})
