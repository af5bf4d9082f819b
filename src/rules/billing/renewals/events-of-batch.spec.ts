import { billedSubscription } from "../../__tests__/subscriptions"
import type { RenewalDecision } from "../types"
import { eventsOfBatch, type HandledBatch } from "./events-of-batch"
import { billsOf, billBegunCycles, renewalsToBill, renewalsToSkip } from "./planned-renewals"

const period = { periodStart: "2026-02-28", periodEnd: "2026-03-31", dueOn: "2026-02-28" }
const bill: RenewalDecision = { kind: "bill", cycle: 2, ...period }
const skip: RenewalDecision = { kind: "skip", cycle: 1, ...period, reason: "missed_cycle" }
const end: RenewalDecision = { kind: "end", to: "expired", on: "2026-03-31" }
const prepared = [{ subscription: billedSubscription(), decisions: [skip, bill, end] }]
const issued = {
  renewal_id: "bren_A_2",
  subscription_id: "bsub_A",
  order_id: "order_A_2",
  invoice_id: "binv_A_2",
  customer_id: "cus_1",
  cycle: 2,
  period_start: period.periodStart,
  period_end: period.periodEnd,
  due_on: period.dueOn,
  payable: "20.00",
  collect_on: null,
  collection: { id: "pay_col_A_2", order_id: "order_A_2", currency_code: "eur", amount: "20.00" },
}
const batch = (changes: Partial<HandledBatch> = {}): HandledBatch => ({
  prepared,
  issued: [issued],
  skipped: new Set(["bren_A_1"]),
  moved: new Set(["bsub_A"]),
  asOf: "2026-02-28",
  ...changes,
})
const namesOf = (changes: Partial<HandledBatch> = {}) => eventsOfBatch(batch(changes)).events.map(({ name }) => name)

describe("eventsOfBatch", () => {
  it("reports what was issued, skipped and ended, each once on the time line", () => {
    expect(namesOf()).toEqual([
      "order.placed",
      "billing.renewal.issued",
      "billing.invoice.issued",
      "billing.renewal.skipped",
      "billing.subscription.expired",
    ])
    const { timeLine, ended } = eventsOfBatch(batch())
    expect(timeLine.map(({ type }) => type)).toEqual(["renewed", "skipped", "expired"])
    expect(ended).toBe(1)
  })

  it("B36: a renewal with nothing to pay is paid at once", () => {
    expect(namesOf({ issued: [{ ...issued, payable: "0.00" }] })).toContain("billing.renewal.paid")
  })

  it("law: what another worker has written before is reported by that one alone", () => {
    const nothing = eventsOfBatch(batch({ issued: [], skipped: new Set(), moved: new Set() }))
    expect(nothing).toEqual({ events: [], timeLine: [], ended: 0 })
  })
})

describe("planned renewals", () => {
  it("B35: what is billed and what is skipped are recorded under the ids of their cycles", () => {
    expect(renewalsToBill(prepared, "brun_1")).toMatchObject([
      { id: "bren_A_2", cycle: 2, run_id: "brun_1", due_on: "2026-02-28" },
    ])
    expect(renewalsToSkip(prepared, "brun_1")).toMatchObject([{ id: "bren_A_1", cycle: 1, reason: "missed_cycle" }])
  })

  it("a cycle that a dead worker has begun is billed, not skipped", () => {
    const [planned] = billBegunCycles(prepared, new Set(["bren_A_1"]))
    expect(billsOf(planned?.decisions ?? []).map(({ cycle }) => cycle)).toEqual([1, 2])
    expect(billBegunCycles(prepared, new Set())).toEqual(prepared)
  })
})
