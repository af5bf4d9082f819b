import type { LineTerms } from "../types"
import { collectionMethodOf } from "./collection-method-of"
import { openedEvents } from "./opened-events"
import type { OpenedSubscription } from "./open-subscription"
import { makesSubscription, subscriptionOfLine, type SubscriptionOfLineInput } from "./subscription-of-line"

const recurring: LineTerms = {
  kind: "recurring",
  interval: { unit: "month", count: 3 },
  setupFee: null,
  trialDays: 0,
  collectionMethod: null,
}
const opened: OpenedSubscription = {
  status: "active",
  anchorOn: "2026-01-31",
  nextCycle: 1,
  nextDueOn: "2026-04-30",
  periodStart: "2026-01-31",
  periodEnd: "2026-04-30",
  trialEndOn: null,
  expiresOn: null,
  anchorCycle: 0,
  partFrom: null,
  endCycle: null,
}
const input = (changes: Partial<SubscriptionOfLineInput> = {}): SubscriptionOfLineInput => ({
  order: {
    id: "order_1",
    cartId: "cart_1",
    customerId: "cus_1",
    email: "ada@example.com",
    regionId: "reg_1",
    salesChannelId: "sc_1",
    currencyCode: "eur",
    locale: null,
    shippingAddress: { city: "Paris" },
    billingAddress: null,
  },
  service: {
    line: { id: "ordli_X", title: "Hosting", quantity: 2, unitPrice: "10", isTaxInclusive: true, snapshot: { a: 1 } },
    productId: "prod_1",
    variantId: "variant_1",
    offerId: "boff_1",
    cycleId: "bcyc_1",
    terms: recurring,
    discounts: [{ any: "room's own" }],
    pack: null,
  },
  opened,
  method: null,
  collectionMethod: "send_invoice",
  orderedOn: "2026-01-31",
  ...changes,
})

describe("subscriptionOfLine", () => {
  it("B20, B22: continues the ordered line, under an id derived from it", () => {
    const { row, items } = subscriptionOfLine(input())
    expect(row).toMatchObject({
      id: "bsub_X",
      status: "active",
      interval_unit: "month",
      interval_count: 3,
      ended_on: null,
    })
    expect(items).toMatchObject([
      { id: "bsi_X", subscription_id: "bsub_X", unit_price: "10", quantity: 2, order_line_id: "ordli_X" },
    ])
    expect(subscriptionOfLine(input())).toEqual({ row, items })
  })

  it("B28: keeps what the room of the discounts gave, unread", () => {
    expect(subscriptionOfLine(input()).items[0]?.discounts).toEqual([{ any: "room's own" }])
  })

  it("B20: one of a canceled order ends on the date of its order", () => {
    const { row } = subscriptionOfLine(input({ opened: { ...opened, status: "canceled" } }))
    expect(row).toMatchObject({ canceled_on: "2026-01-31", ended_on: "2026-01-31" })
  })

  it("B4: a free one runs for its duration; what is bought for life makes none", () => {
    const free: LineTerms = { kind: "free", duration: { unit: "day", count: 30 }, setupFee: null }
    const { service } = input()
    expect(subscriptionOfLine(input({ service: { ...service, terms: free } })).row).toMatchObject({
      payment_type: "free",
      interval_unit: "day",
      interval_count: 30,
    })
    const lifetime: LineTerms = { kind: "lifetime", setupFee: null }
    expect([recurring, free, lifetime, { ...free, duration: null }].map(makesSubscription)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(() => subscriptionOfLine(input({ service: { ...service, terms: lifetime } }))).toThrow(
      /"lifetime" make no subscription/,
    )
  })
})

describe("collectionMethodOf", () => {
  const facts = { hasAccount: true, hasMethod: true, isPaymentOpen: false, standard: "charge_automatically" as const }

  it("B14, B30: charges only whom it can", () => {
    expect(collectionMethodOf(recurring, facts)).toBe("charge_automatically")
    expect(collectionMethodOf(recurring, { ...facts, hasMethod: false })).toBe("send_invoice")
    expect(collectionMethodOf(recurring, { ...facts, hasMethod: false, isPaymentOpen: true })).toBe(
      "charge_automatically",
    )
    expect(collectionMethodOf(recurring, { ...facts, hasAccount: false })).toBe("send_invoice")
  })

  it("B30: the offer's own word goes before the store's", () => {
    expect(collectionMethodOf({ ...recurring, collectionMethod: "send_invoice" }, facts)).toBe("send_invoice")
    expect(collectionMethodOf({ kind: "free", duration: null, setupFee: null }, facts)).toBe("send_invoice")
  })
})

describe("openedEvents", () => {
  it.each([
    ["active", ["created", "activated"]],
    ["trialing", ["created", "activated"]],
    ["pending", ["created"]],
    ["canceled", ["created"]],
  ] as const)("one that is %s: %s", (status, types) => {
    const { entries, events } = openedEvents({ id: "bsub_X", order_id: "order_1", status }, "2026-01-31")
    expect(entries.map(({ type }) => type)).toEqual(types)
    expect(events.map(({ name }) => name)).toEqual(types.map((type) => `billing.subscription.${type}`))
  })
})
