import { amountsToReturn, type OrderPayment, type ReceivedFacts } from "./amounts-to-return"

const charge: OrderPayment = { id: "pay_card", isCharge: true, captured: "29.484", refunded: "0" }
const byHand: OrderPayment = { id: "pay_hand", isCharge: false, captured: "29.484", refunded: "0" }
const order = (payments: OrderPayment[], changes: Partial<ReceivedFacts> = {}): ReceivedFacts => ({
  isCanceled: false,
  orderTotal: "29.484",
  invoiceTotal: "29.48",
  issuedTotal: "29.484",
  currencyCode: "eur",
  payments,
  ...changes,
})

describe("amountsToReturn", () => {
  it("gives nothing back of what is owed", () => {
    expect(amountsToReturn(order([charge]))).toEqual([])
    expect(amountsToReturn(order([byHand]))).toEqual([])
  })

  it("decision 7: paid by hand and by card, the card gets its money back, to the last decimal", () => {
    const back = [{ payment_id: "pay_card", amount: "29.484" }]
    expect(amountsToReturn(order([byHand, charge]))).toEqual(back)
    expect(amountsToReturn(order([charge, byHand]))).toEqual(back)
    const yen = { orderTotal: "3296.7", issuedTotal: "3296.7", invoiceTotal: "3297", currencyCode: "jpy" }
    const payments = [byHand, charge].map((one) => ({ ...one, captured: "3296.7" }))
    expect(amountsToReturn(order(payments, yen))).toEqual([{ payment_id: "pay_card", amount: "3296.7" }])
    const dinars = { orderTotal: "3.237", issuedTotal: "3.237", invoiceTotal: "3.240", currencyCode: "kwd" }
    const inFils = [byHand, charge].map((one) => ({ ...one, captured: "3.237" }))
    expect(amountsToReturn(order(inFils, dinars))).toEqual([{ payment_id: "pay_card", amount: "3.237" }])
  })

  it("gives all of it back where the order was canceled, and once", () => {
    expect(amountsToReturn(order([charge], { isCanceled: true }))).toEqual([
      { payment_id: "pay_card", amount: "29.484" },
    ])
    expect(amountsToReturn(order([{ ...charge, refunded: "29.484" }], { isCanceled: true }))).toEqual([])
    expect(amountsToReturn(order([{ ...charge, refunded: "9.484" }], { isCanceled: true }))).toEqual([
      { payment_id: "pay_card", amount: "20" },
    ])
  })

  it("does not give back what a customer paid, nor what a refund or an edit has left", () => {
    expect(amountsToReturn(order([byHand], { isCanceled: true }))).toEqual([])
    expect(amountsToReturn(order([{ ...charge, refunded: "10" }], { orderTotal: "19.484" }))).toEqual([])
    expect(amountsToReturn(order([charge], { orderTotal: "19.484" }))).toEqual([])
    const more = { ...byHand, captured: "10" }
    expect(amountsToReturn(order([charge, more], { orderTotal: "39.484" }))).toEqual([])
  })

  it("a payment by hand that was refunded pays nothing", () => {
    expect(amountsToReturn(order([{ ...byHand, refunded: "29.484" }, charge]))).toEqual([])
  })
})
