import { isSettledByMoney } from "./is-settled-by-money"

const payment = (captured: string, refunded = "0") => ({ id: "pay_1", isCharge: true, captured, refunded })
const settled = (payments: ReturnType<typeof payment>[], creditedTotal = "0") =>
  isSettledByMoney({ payments, creditedTotal, invoiceTotal: "35.58", issuedTotal: "35.581", currencyCode: "eur" })

describe("isSettledByMoney", () => {
  it.each([
    ["nothing received", settled([]), false],
    ["received to the last decimal", settled([payment("35.581")]), true],
    [
      "a part credited, and the rest paid elsewhere in the moment of a charge",
      settled([payment("30.58")], "5.00"),
      true,
    ],
    ["a part credited, and less than the rest", settled([payment("30.57")], "5.00"), false],
    ["all credited", settled([], "35.58"), true],
    ["paid, and a part given back with its credit note", settled([payment("35.58", "5.00")], "5.00"), true],
    ["a part given back, and the rest taken back by the bank", settled([payment("20.00", "20.00")], "20.00"), false],
  ])("%s", (_what, found, expected) => {
    expect(found).toBe(expected)
  })
})
