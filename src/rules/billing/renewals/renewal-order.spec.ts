import { round } from "../../money"
import { billedSubscription } from "../../__tests__/subscriptions"
import type { BillDecision } from "../types"
import { advancedColumns } from "./advanced-columns"
import { draftRenewalInvoice } from "./draft-renewal-invoice"
import { composeRenewalOrder, type RenewalCharges } from "./renewal-order"
import { withBalance } from "../balance/with-balance"
import { upcomingInvoice } from "./upcoming-invoice"

const decision: BillDecision = {
  kind: "bill",
  cycle: 1,
  periodStart: "2026-02-28",
  periodEnd: "2026-03-31",
  dueOn: "2026-02-28",
}
const charges: RenewalCharges = {
  taxLines: new Map([["bsi_A", [{ code: "vat", rate: 20, description: "VAT", provider_id: "tp_system" }]]]),
  discounts: new Map([["bsi_A", [{ name: "Spring", amount: "5.00", providerId: "other-room" }]]]),
  shipping: null,
  email: null,
}
const order = composeRenewalOrder(billedSubscription(), decision, charges)
const buyer = { name: "Ada", company: null, vatNumber: null, email: null }
const draft = (changes = {}) =>
  draftRenewalInvoice(
    { subscription: billedSubscription(changes), decision, order, displayId: 9, orderTotal: null, buyer },
    { seller: { name: "Example Ltd" }, asOf: "2026-02-27", amountTaken: (amount) => round(amount, "eur") },
  )

describe("composeRenewalOrder", () => {
  it("B22: repeats the ordered line at its agreed price, under its own ids", () => {
    expect(order).toMatchObject({
      id: "order_A_1",
      customer_id: "cus_1",
      email: "ada@example.com",
      currency_code: "eur",
    })
    expect(order.items).toMatchObject([
      { id: "ordli_A_1", title: "Hosting", quantity: 2, unit_price: "10.00", variant_title: "Monthly" },
    ])
    expect(order.items[0]).not.toHaveProperty("custom")
    expect(order.metadata).toEqual({
      billing_renewal_id: "bren_A_1",
      billing_subscription_id: "bsub_A",
      billing_cycle: 1,
    })
  })

  it("C24: bears the customer's own number of the order that it began with", () => {
    const ordered = { ...billedSubscription(), purchase_order_number: "PO 7" }
    const order = composeRenewalOrder(ordered, decision, charges)
    expect(order.metadata).toMatchObject({ purchase_order_number: "PO 7" })
    const { document } = draftRenewalInvoice(
      { subscription: ordered, decision, order, displayId: 9, orderTotal: null, buyer },
      { seller: { name: "Example Ltd" }, asOf: "2026-02-27", amountTaken: (amount) => round(amount, "eur") },
    )
    expect(document.order).toMatchObject({ display_id: 9, purchase_order_number: "PO 7" })
  })

  it("B28: applies the discounts of the room that gave the terms, with that room's provider id", () => {
    expect(order.items[0]?.adjustments).toEqual([
      { amount: "5.00", description: "Spring", code: "Spring", provider_id: "other-room", is_tax_inclusive: false },
    ])
    const plain = composeRenewalOrder(billedSubscription(), decision, {
      ...charges,
      taxLines: new Map(),
      discounts: new Map(),
    })
    expect(plain.items[0]).toMatchObject({ adjustments: [], tax_lines: [] })
  })

  it("an address is copied without its identity; who has none gets none", () => {
    expect(order.shipping_address).toEqual({ city: "Paris" })
    expect(order.billing_address).toBeUndefined()
  })

  it("law: composing again makes the same order, and leaves the subscription as it is", () => {
    const subscription = billedSubscription()
    const again = composeRenewalOrder(subscription, decision, charges)
    expect(again).toEqual(order)
    expect(subscription).toEqual(billedSubscription())
  })
})

describe("draftRenewalInvoice", () => {
  it("B52: comes to price, less discount, plus tax, for the period that it bills", () => {
    expect(draft()).toMatchObject({
      renewal_id: "bren_A_1",
      invoice_id: "binv_A_1",
      payable: "18.00",
      collection: { id: "pay_col_A_1", order_id: "order_A_1", amount: "18" },
    })
    expect(draft().document.lines).toMatchObject([
      {
        kind: "product",
        description: "Monthly",
        period: { start: "2026-02-28", end: "2026-03-31" },
        subtotal: "20.00",
        total: "15.00",
      },
    ])
    expect(draft().document.buyer).toMatchObject({ name: "Ada", email: "ada@example.com" })
  })

  it("B30, B32: is collected by itself only with a saved method", () => {
    expect(draft().collect_on).toBe("2026-02-28")
    expect(draft({ payment_method: null }).collect_on).toBeNull()
    expect(draft({ collection_method: "send_invoice" }).collect_on).toBeNull()
  })

  it("law: the upcoming invoice equals the draft", () => {
    const upcoming = upcomingInvoice(draft(), "2026-02-27")
    expect(upcoming).toMatchObject({
      cycle: 1,
      issue_on: "2026-02-27",
      due_on: "2026-02-28",
      discount_total: "5.00",
      total: draft().payable,
    })
    expect(upcoming.lines).toEqual(draft().document.lines)
    expect(upcoming).toMatchObject({ balance_used: "0.00", due_total: draft().payable })
    const paid = withBalance(draft(), "4.00")
    const left = { total: draft().payable, balance_used: "4.00", due_total: paid.payable }
    expect(upcomingInvoice(draft(), "2026-02-27", paid)).toMatchObject(left)
  })
})

describe("advancedColumns", () => {
  const settings = { invoiceDaysBefore: 7 }

  it("moves on past what was billed, guarded by where the decision saw it", () => {
    expect(advancedColumns(billedSubscription(), [decision], settings)).toEqual({
      id: "bsub_A",
      from_cycle: 1,
      from_status: "active",
      status: "active",
      next_cycle: 2,
      next_due_on: "2026-03-31",
      period_start: "2026-02-28",
      period_end: "2026-03-31",
      ended_on: null,
      canceled_on: null,
      dunning_on: null,
    })
  })

  it("B23: an end is final, and its period stays the one that was billed last", () => {
    const end = (to: "canceled" | "expired") =>
      advancedColumns(billedSubscription(), [{ kind: "end", to, on: "2026-02-28" }], settings)
    expect(end("canceled")).toMatchObject({
      status: "canceled",
      next_due_on: null,
      ended_on: "2026-02-28",
      canceled_on: "2026-02-28",
    })
    expect(end("expired")).toMatchObject({ status: "expired", canceled_on: null, period_end: "2026-02-28" })
  })
})
