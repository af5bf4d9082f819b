import { billedSubscription } from "../../__tests__/subscriptions"
import { splitOff, type WholeItem, type WholeSubscription } from "./split-off"

const { items, ...columns } = billedSubscription()
const row: WholeSubscription = {
  ...columns,
  cart_id: "cart_1",
  cancel_reason: null,
  canceled_on: null,
  ended_on: null,
  dunning_on: null,
  suspend_on: null,
  terminate_on: null,
  suspended_reason: null,
  is_hard_declined: false,
  payment_provider_id: "pp_demo",
}
const [whole] = items.map((item): WholeItem => ({
  ...item,
  subscription_id: "bsub_A",
  offer_id: "boff_1",
  cycle_id: "bcyc_1",
  order_line_id: "ordli_A",
  split_from_id: null,
  ordered: { quantity: 3, unit_price: "10", is_tax_inclusive: false },
}))

describe("splitOff", () => {
  if (!whole) {
    throw new Error("There is an item to split")
  }
  const made = splitOff(row, "bsub_B", [{ id: "bsi_B", item: whole, quantity: 1, discounts: [{ own: true }] }])

  it("B20: goes on under the terms and dates of the one that it was", () => {
    expect(made.row).toEqual({ ...row, id: "bsub_B" })
  })

  it("B20: takes the units at their price, and stores where they come from; the order's line stays the first one's", () => {
    expect(made.items).toEqual([
      {
        ...whole,
        id: "bsi_B",
        subscription_id: "bsub_B",
        quantity: 1,
        discounts: [{ own: true }],
        order_line_id: null,
        split_from_id: "bsi_A",
        ordered: null,
      },
    ])
  })

  it("takes over no column that is a worker's own", () => {
    const claimed = { ...row, claimed_by: "worker", display_id: 7 }
    expect(splitOff(claimed, "bsub_B", []).row).not.toHaveProperty("claimed_by")
  })
})
