import fc from "fast-check"
import { addDays, cycleDate, type Interval } from "../../calendar"
import { decideRenewals } from "../renewals/decide-renewals"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { changedColumns, isSameInterval, type NewTerms } from "./changed-subscription"

const MONTH: Interval = { unit: "month", count: 1 }
const YEAR: Interval = { unit: "year", count: 1 }
const SETTINGS = { invoiceDaysBefore: 7 }
const RUN = { catchUp: "each", catchUpLimit: 12, invoiceDaysBefore: 7 } as const

const row = (changes: Partial<SubscriptionColumns> = {}): SubscriptionColumns => ({
  id: "bsub_1",
  status: "active",
  payment_type: "recurring",
  interval_unit: "month",
  interval_count: 1,
  anchor_on: "2026-01-31",
  anchor_cycle: 0,
  next_cycle: 3,
  period_start: "2026-03-31",
  period_end: "2026-04-30",
  next_due_on: "2026-04-30",
  expires_on: null,
  cancel_on: null,
  collection_method: "charge_automatically",
  payment_method: { id: "pm_1" },
  ...changes,
})

const terms = (interval: Interval): NewTerms => ({
  item: {
    offer_id: "boff_1",
    cycle_id: "bcyc_1",
    product_id: "prod_1",
    variant_id: "variant_1",
    quantity: 1,
    title: "Pro",
    unit_price: "20.00",
    is_tax_inclusive: false,
    snapshot: {},
    discounts: [],
  },
  payment_type: "recurring",
  interval,
  collection_method: "charge_automatically",
})

describe("changedColumns", () => {
  describe("B25, B30: what was billed before its day", () => {
    const billed = row({
      next_cycle: 4,
      period_start: "2026-04-30",
      period_end: "2027-04-30",
      next_due_on: "2026-05-24",
    })
    const change = { kind: "schedule", on: "2026-04-30", to: terms(YEAR), cycle: 3 } as const
    const sent = { ...billed, collection_method: "send_invoice" } as const

    it("is of the terms that begin on that day, and the cycles after it, too", () => {
      expect(changedColumns(sent, change, SETTINGS)).toMatchObject({
        ...{
          interval_unit: "year",
          anchor_on: "2026-04-30",
          anchor_cycle: 3,
          part_from: null,
          next_due_on: "2027-04-23",
        },
      })
      const before = changedColumns({ ...sent, next_cycle: 3 }, { ...change, cycle: null }, SETTINGS)
      expect(before).toMatchObject({ anchor_on: "2026-04-30", anchor_cycle: 3 })
    })

    it("counts a fixed number of cycles from the one that was billed", () => {
      const two = { ...terms(YEAR), agreed: { cycle_limit: 2, billing_day: null } }
      expect(changedColumns(sent, { ...change, to: two }, SETTINGS)).toMatchObject({
        ...{ end_cycle: 5, expires_on: "2028-04-30" },
      })
    })
  })

  it("B26: is collected as it is by then, whatever was so when it was decided", () => {
    const change = { kind: "schedule", on: "2026-04-30", to: terms(MONTH) } as const
    const method = (of: Partial<SubscriptionColumns>) => changedColumns(row(of), change, SETTINGS).collection_method
    expect(method({ collection_method: "send_invoice" })).toBe("send_invoice")
    expect(method({})).toBe("charge_automatically")
    // What was free is charged only where there is a card.
    expect(method({ payment_type: "free", payment_method: null })).toBe("send_invoice")
    expect(method({ payment_type: "free", collection_method: "send_invoice" })).toBe("charge_automatically")
  })

  describe("B5b: a fixed number of cycles", () => {
    const three = row({ next_cycle: 1, end_cycle: 3, expires_on: "2026-04-30" })

    it("keeps its end where a part of a period is billed as a cycle of its own", () => {
      const prorated = changedColumns(three, { kind: "prorate", on: "2026-02-10", to: terms(MONTH) }, SETTINGS)
      expect(prorated).toMatchObject({ end_cycle: 4, expires_on: "2026-04-30" })
    })

    it("counts another cycle's anew, and goes on where that has no end", () => {
      const six = { ...terms(YEAR), agreed: { cycle_limit: 2, billing_day: null } }
      expect(changedColumns(three, { kind: "restart", on: "2026-02-10", to: six }, SETTINGS)).toMatchObject({
        ...{ end_cycle: 3, expires_on: "2028-02-10" },
      })
      const endless = { ...six, agreed: { cycle_limit: null, billing_day: null } }
      expect(changedColumns(three, { kind: "restart", on: "2026-02-10", to: endless }, SETTINGS)).toMatchObject({
        ...{ end_cycle: null, expires_on: null },
      })
    })
  })

  it("B5a: with a billing day, what starts in between starts with the part that leads to it", () => {
    const to = { ...terms(YEAR), agreed: { cycle_limit: null, billing_day: { day: 1, month: 4 } } }
    expect(changedColumns(row(), { kind: "restart", on: "2026-02-10", to }, SETTINGS)).toMatchObject({
      ...{ part_from: "2026-02-10", anchor_on: "2025-04-01", anchor_cycle: 3, billing_day: 1, billing_month: 4 },
    })
  })

  it("B23: another offer's minimum term begins with the change and shortens none; its notice holds", () => {
    const cancel = { minimum_term: { unit: "month", count: 2 }, notice: { unit: "week", count: 2 } } as const
    const to = { ...terms(MONTH), agreed: { cycle_limit: null, billing_day: null, cancel } }
    const change = { kind: "prorate", on: "2026-04-10", to } as const
    expect(changedColumns(row(), change, SETTINGS)).toMatchObject({
      ...{ minimum_term_on: "2026-06-10", notice_unit: "week", notice_count: 2 },
    })
    expect(changedColumns(row({ minimum_term_on: "2027-01-31" }), change, SETTINGS)).toMatchObject({
      minimum_term_on: "2027-01-31",
    })
  })

  it("B25: a part of the period is billed from that day, and the dates after it stay", () => {
    const changed = {
      ...row(),
      ...changedColumns(row(), { kind: "prorate", on: "2026-04-10", to: terms(MONTH) }, SETTINGS),
    }
    expect(changed).toMatchObject({
      anchor_on: "2026-01-31",
      part_from: "2026-04-10",
      part_bills: 1,
      next_due_on: "2026-04-10",
    })
    expect(decideRenewals(toSubscriptionFacts(changed), { ...RUN, asOf: "2026-05-31" })).toEqual([
      {
        ...{ kind: "bill", cycle: 3, periodStart: "2026-04-10", periodEnd: "2026-04-30", dueOn: "2026-04-10" },
        partOf: { start: "2026-03-31", end: "2026-04-30" },
      },
      { kind: "bill", cycle: 4, periodStart: "2026-04-30", periodEnd: "2026-05-31", dueOn: "2026-04-30" },
      { kind: "bill", cycle: 5, periodStart: "2026-05-31", periodEnd: "2026-06-30", dueOn: "2026-05-31" },
    ])
  })

  it("B25: another interval starts a full period, and the anchor, on that day", () => {
    const changed = {
      ...row(),
      ...changedColumns(row(), { kind: "restart", on: "2026-04-10", to: terms(YEAR) }, SETTINGS),
    }
    expect(decideRenewals(toSubscriptionFacts(changed), { ...RUN, asOf: "2026-04-10" })).toEqual([
      { kind: "bill", cycle: 3, periodStart: "2026-04-10", periodEnd: "2027-04-10", dueOn: "2026-04-10" },
    ])
  })

  it("B25: at the period's end the anchor's day is kept with the same interval, and is that day with another", () => {
    const on = "2026-04-30"
    expect(changedColumns(row(), { kind: "schedule", on, to: terms(MONTH) }, SETTINGS)).toMatchObject({
      ...{ anchor_on: "2026-01-31", anchor_cycle: 0, part_from: null, part_bills: 0 },
    })
    expect(changedColumns(row(), { kind: "schedule", on, to: terms(YEAR) }, SETTINGS)).toMatchObject({
      ...{ anchor_on: on, anchor_cycle: 3, interval_unit: "year", next_due_on: on },
    })
  })

  it("B3: what was free and expires is paid from that day, and does not expire any more", () => {
    const free = row({ payment_type: "free", expires_on: "2026-06-01", next_cycle: 1 })
    expect(changedColumns(free, { kind: "restart", on: "2026-04-10", to: terms(MONTH) }, SETTINGS)).toMatchObject({
      ...{ payment_type: "recurring", expires_on: null, anchor_on: "2026-04-10", anchor_cycle: 1 },
    })
  })

  it("law: after any number of changes in a period, the periods tile and the next date stays", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 5 }), (days) => {
        let current = row()
        let from = "2026-03-31"
        for (const day of [...days].sort((a, b) => a - b)) {
          const on = addDays("2026-03-31", day)
          current = { ...current, ...changedColumns(current, { kind: "prorate", on, to: terms(MONTH) }, SETTINGS) }
          const [bill] = decideRenewals(toSubscriptionFacts(current), { ...RUN, asOf: on })
          expect(bill).toMatchObject({ kind: "bill", periodStart: on, periodEnd: "2026-04-30" })
          expect(from <= on).toBe(true)
          from = on
          current = { ...current, next_cycle: current.next_cycle + 1, part_from: null }
        }
        const [next] = decideRenewals(toSubscriptionFacts(current), { ...RUN, asOf: "2026-04-30" })
        expect(next).toMatchObject({ periodStart: "2026-04-30", periodEnd: cycleDate("2026-01-31", MONTH, 4) })
      }),
    )
  })
})

describe("isSameInterval", () => {
  it("twelve months are a year; thirty days are no month", () => {
    expect(isSameInterval({ unit: "month", count: 12 }, YEAR)).toBe(true)
    expect(isSameInterval({ unit: "day", count: 29 }, MONTH)).toBe(false)
  })
})
