import { firstPaymentOf, type OrderPaymentFacts } from "./first-payment-of"

type Collection = OrderPaymentFacts["collections"][number]

const collection = (changes: Partial<Collection> = {}): Collection => ({
  isCanceled: false,
  authorized: "0",
  captured: "0",
  refunded: "0",
  ...changes,
})
const order = (collections: Collection[], changes: Partial<OrderPaymentFacts> = {}): OrderPaymentFacts => ({
  isCanceled: false,
  total: "29.484",
  currencyCode: "eur",
  collections,
  ...changes,
})

describe("firstPaymentOf", () => {
  it.each([
    ["pending", order([])],
    ["pending", order([collection({ authorized: "29.47" })])],
    ["authorized", order([collection({ authorized: "29.48" })])],
    ["authorized", order([collection({ authorized: "29.48", captured: "10.00" })])],
    ["captured", order([collection({ authorized: "29.484", captured: "29.484" })])],
    ["captured", order([collection({ captured: "20.00" }), collection({ captured: "9.48" })])],
    ["captured", order([collection({ captured: "29.48", refunded: "5.00" })], { total: "24.484" })],
    ["refunded", order([collection({ captured: "29.48", refunded: "29.48" })], { total: "0" })],
    ["none_due", order([], { total: "0" })],
    ["none_due", order([], { total: "0.004" })],
    ["pending", order([collection({ isCanceled: true, captured: "29.48" })])],
    ["canceled", order([collection({ captured: "29.48" })], { isCanceled: true })],
  ] as const)("B20: it is %s", (state, facts) => {
    expect(firstPaymentOf(facts)).toBe(state)
  })
})
