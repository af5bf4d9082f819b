import { billedSubscription } from "../../__tests__/subscriptions"
import { pricedOn } from "./price-on"
import { decideReply, endWithoutConsent, settlePriceChange, type PriceChangeFacts } from "./settle-price-change"

const item = { id: "bsi_1", unit_price: "10", is_tax_inclusive: false }
const parts = [{ item_id: "bsi_1", title: "Hosting", from: "10.00", to: "12.00", is_tax_inclusive: false }]
const SETTINGS = { invoiceDaysBefore: 7 }

/** Asked on 1 February until the 21st; the period from 28 March on is the first at the new price. */
const asked = (more: Partial<PriceChangeFacts> = {}): PriceChangeFacts => ({
  status: "asked",
  effectiveOn: "2026-03-28",
  answerUntil: "2026-02-21",
  withoutConsent: "end",
  ...more,
})
const announced = (more: Partial<PriceChangeFacts> = {}) =>
  asked({ status: "announced", answerUntil: null, withoutConsent: null, ...more })

describe("pricedOn (B22)", () => {
  const subscription = { items: [item], pending_price: { effectiveOn: "2026-03-28", parts } }
  const price = (periodStart: string, of = subscription) => pricedOn(of, { periodStart }).items[0]?.unit_price

  it("each period has the price of its first day", () => {
    expect([price("2026-03-27"), price("2026-03-28"), price("2026-04-28")]).toEqual(["10", "12.00", "12.00"])
  })

  it("who changed the price meanwhile has the last word", () => {
    expect(price("2026-04-28", { ...subscription, items: [{ ...item, unit_price: "11" }] })).toBe("11")
    expect(price("2026-04-28", { ...subscription, items: [] })).toBeUndefined()
  })

  it("is the same subscription where nothing is pending", () => {
    const plain = { items: [item], pending_price: null }
    expect(pricedOn(plain, { periodStart: "2026-04-28" })).toBe(plain)
  })
})

describe("decideReply (B22)", () => {
  const reply = (facts: PriceChangeFacts, answer: "accept" | "refuse", asOf = "2026-02-21") =>
    decideReply(facts, { reply: answer, asOf })

  it("is recorded up to the last day, once", () => {
    expect(reply(asked(), "accept")).toEqual({ kind: "record", status: "accepted", ends: false })
    expect(reply(asked(), "refuse")).toEqual({ kind: "record", status: "refused", ends: true })
    expect(reply(asked({ withoutConsent: "keep" }), "refuse")).toMatchObject({ ends: false })
    expect(reply(asked(), "accept", "2026-02-22")).toMatchObject({ kind: "refuse" })
    expect(reply(asked({ status: "accepted" }), "accept", "2026-02-22")).toEqual({ kind: "known" })
    expect(reply(asked({ status: "applied" }), "accept")).toEqual({ kind: "known" })
    expect(reply(asked({ status: "accepted" }), "refuse")).toMatchObject({ kind: "refuse" })
  })

  it.each(["unanswered", "withdrawn", "announced"] as const)("is refused where it is %s", (status) => {
    expect(reply(asked({ status }), "accept")).toMatchObject({ kind: "refuse", reason: expect.any(String) })
  })
})

describe("settlePriceChange (B22)", () => {
  const row = billedSubscription({ next_cycle: 2 })
  const settle = (facts: PriceChangeFacts, asOf: string, of: Partial<typeof row> = {}) =>
    settlePriceChange(facts, { row: { ...row, ...of }, items: [item], parts }, asOf)

  it("waits for the answer until its last day is over, and for the day of the price", () => {
    expect(settle(asked(), "2026-02-21")).toEqual({ kind: "wait" })
    expect(settle(asked(), "2026-02-22")).toEqual({ kind: "unanswered", ends: true })
    expect(settle(asked({ withoutConsent: "keep" }), "2026-02-22")).toEqual({ kind: "unanswered", ends: false })
    expect(settle(announced(), "2026-03-27")).toEqual({ kind: "wait" })
    expect(settle(announced(), "2026-03-28")).toEqual({ kind: "apply" })
  })

  it("is not the subscription's price as long as an earlier period is to be billed", () => {
    expect(settle(announced(), "2026-06-01", { next_cycle: 1 })).toEqual({ kind: "wait" })
  })

  it("waits for a change of what the subscription is for, which takes place first", () => {
    const changing = { row, items: [item], parts, isToChange: true }
    expect(settlePriceChange(announced(), changing, "2026-03-28")).toEqual({ kind: "wait" })
  })

  it("is withdrawn where the subscription has ended, or another price was set", () => {
    expect(settle(announced(), "2026-03-28", { status: "canceled" })).toMatchObject({ kind: "withdraw" })
    const other = { row, items: [{ ...item, unit_price: "11" }], parts }
    expect(settlePriceChange(announced(), other, "2026-03-01")).toMatchObject({ kind: "withdraw" })
  })

  it("ends with the last period at the old price, and never later than it ends anyhow", () => {
    expect(endWithoutConsent(row, "2026-03-28", SETTINGS)).toMatchObject({
      type: "cancel_scheduled",
      patch: { cancel_on: "2026-03-31", next_due_on: "2026-03-31" },
    })
    // Paused until 10 March, it is delivered to the end of what was paid, ten days later.
    const paused = { ...row, status: "paused", paused_on: "2026-02-28", paused_until: "2026-03-10" } as const
    expect(endWithoutConsent(paused, "2026-03-28", SETTINGS)?.patch.cancel_on).toBe("2026-04-10")
    expect(endWithoutConsent({ ...row, cancel_on: "2026-03-15" }, "2026-03-28", SETTINGS)).toBeNull()
  })
})
