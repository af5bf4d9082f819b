import { billedSubscription } from "../../__tests__/subscriptions"
import { nextDueOn } from "../renewals/next-due-on"
import { toSubscriptionFacts } from "../subscriptions/subscription-columns"
import { transferChange } from "./transfer-change"

const settings = { invoiceDaysBefore: 7 }
const dora = { customerId: "cus_dora", email: "dora@test.example", billingAddress: null }

describe("transferChange", () => {
  it("B20: the subscription goes to the new customer, without the method of the old one", () => {
    expect(transferChange({ ...billedSubscription(), customer_id: "cus_clara" }, dora, settings)).toMatchObject({
      type: "transferred",
      patch: {
        customer_id: "cus_dora",
        email: "dora@test.example",
        collection_method: "send_invoice",
        payment_method: null,
        payment_provider_id: null,
      },
      stopsCollecting: true,
    })
  })

  it("B30: its next invoice is sent ahead of the due date, as its preview says", () => {
    const row = { ...billedSubscription(), customer_id: "cus_clara" }
    const patch = transferChange(row, dora, settings)?.patch ?? {}
    expect(row.next_due_on).toBe("2026-02-28")
    expect(patch.next_due_on).toBe("2026-02-21")
    expect(patch.next_due_on).toBe(
      nextDueOn(toSubscriptionFacts({ ...row, collection_method: "send_invoice" }), settings),
    )
  })

  it("law: a second handling changes nothing", () => {
    expect(transferChange({ ...billedSubscription(), customer_id: "cus_dora" }, dora, settings)).toBeNull()
  })
})
