import { invoiceCorrection, owedForOrder, type OrderMoney } from "./invoice-correction"

const money = (more: Partial<OrderMoney>): OrderMoney => ({
  isCanceled: false,
  total: "100",
  captured: "100",
  refunded: "0",
  currencyCode: "eur",
  ...more,
})

describe("what an order comes to for its buyer", () => {
  it.each([
    ["as sold", {}, "100.00"],
    ["edited to less, not given back yet", { total: "50" }, "50.00"],
    ["edited to less and given back", { total: "50", refunded: "50" }, "50.00"],
    ["edited to more, not paid yet", { total: "150" }, "150.00"],
    ["20.00 given back by Medusa, which lowers the total", { total: "80", refunded: "20" }, "80.00"],
    ["20.00 given back without a credit line", { refunded: "20" }, "80.00"],
    ["all given back", { total: "0", refunded: "100" }, "0.00"],
    ["all given back without a credit line", { refunded: "100" }, "0.00"],
    ["canceled", { isCanceled: true, captured: "0" }, "0.00"],
    ["not paid", { captured: "0" }, "100.00"],
  ] as const)("%s", (_name, more, expected) => {
    expect(owedForOrder(money(more))).toBe(expected)
  })
})

describe("B51: the correction that an invoice needs", () => {
  const correction = (more: Partial<OrderMoney>, corrections: string[] = [], invoices = ["100.00"]) =>
    invoiceCorrection(money(more), { invoices, corrections })

  it.each([
    ["nothing changed", correction({}), null],
    ["less than half a cent changed", correction({ total: "100.004" }), null],
    ["fewer units", correction({ total: "50" }), "-50.00"],
    ["recorded already", correction({ total: "50" }, ["-50.00"]), null],
    ["then given back", correction({ total: "50", refunded: "50" }, ["-50.00"]), null],
    ["undone by a second edit", correction({ total: "100" }, ["-50.00"]), "50.00"],
    ["more units", correction({ total: "300" }), "200.00"],
    ["an added line has its own invoice", correction({ total: "130" }, [], ["100.00", "30.00"]), null],
    ["canceled", correction({ isCanceled: true }), "-100.00"],
  ])("%s", (_name, found, expected) => {
    expect(found).toBe(expected)
  })
})
