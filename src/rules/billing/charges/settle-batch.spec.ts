import { collectibleRenewal } from "../../__tests__/charges"
import { settleBatch, type ChargedSubscription, type SettledRenewal } from "./settle-batch"

const charged = (cycle: number, status: "paid" | "soft_declined" | "unknown", id = "bsub_A"): SettledRenewal => ({
  renewal: collectibleRenewal({
    id: `bren_${cycle}`,
    subscription_id: id,
    cycle,
    order_id: `order_${cycle}`,
    invoice_id: `binv_${cycle}`,
    payment_collection_id: `pay_col_${cycle}`,
  }),
  fact: { status, reason: status === "paid" ? null : "card_declined" },
  attempt: null,
})
const subscription = (changes: Partial<ChargedSubscription> = {}): ChargedSubscription => ({
  id: "bsub_A",
  status: "active",
  suspended_reason: null,
  order_id: "order_A",
  failed_ids: [],
  ...changes,
})
const settle = (list: SettledRenewal[], before = [subscription()]) =>
  settleBatch({ charged: list, before, asOf: "2026-02-28" })

describe("settleBatch", () => {
  it("B32: a decline makes the subscription past due, with one event each for renewal and subscription", () => {
    const { statuses, events, timeLine, counts } = settle([charged(1, "soft_declined")])
    expect(statuses).toEqual([{ id: "bsub_A", status: "past_due" }])
    expect(events.map(({ name }) => name)).toEqual(["billing.renewal.failed", "billing.subscription.past_due"])
    expect(timeLine).toEqual([
      {
        subscription_id: "bsub_A",
        type: "charge_failed",
        as_of: "2026-02-28",
        actor: "system",
        data: { cycle: 1, total: "20.00", attempt: 1, reason: "card_declined" },
      },
    ])
    expect(counts).toEqual({ paid: 0, declined: 1 })
  })

  it("B32: a success clears past due only where nothing else is owed", () => {
    const owing = subscription({ status: "past_due" })
    expect(settle([charged(1, "paid")], [owing]).statuses).toEqual([{ id: "bsub_A", status: "active" }])
    const owesMore = subscription({ status: "past_due", failed_ids: ["bren_0"] })
    expect(settle([charged(1, "paid")], [owesMore]).statuses).toEqual([])
  })

  it("the charges of a subscription count in the order of their cycles, whatever the order of the list", () => {
    const forwards = settle([charged(1, "soft_declined"), charged(2, "paid")])
    const backwards = settle([charged(2, "paid"), charged(1, "soft_declined")])
    expect(backwards).toEqual(forwards)
    expect(forwards.statuses).toEqual([{ id: "bsub_A", status: "past_due" }])
    expect(forwards.counts).toEqual({ paid: 1, declined: 1 })
  })

  it("a subscription that nothing was charged of is left as it is", () => {
    const settled = settle([charged(1, "paid")], [subscription(), subscription({ id: "bsub_B", order_id: "order_B" })])
    expect(settled.statuses).toEqual([])
    expect(settled.events.map(({ data }) => data.subscription_id)).toEqual(["bsub_A"])
  })
})
