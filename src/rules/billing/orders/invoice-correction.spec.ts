import { invoiceCorrection, owedForOrder, type OrderMoney } from "./invoice-correction"

const money = (more: Partial<OrderMoney>): OrderMoney => ({
  isCanceled: false,
  total: "100",
  captured: "100",
  refunded: "0",
  unbooked: "0",
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
    ["20.00 given back beside Medusa's workflows", { refunded: "20", unbooked: "20" }, "80.00"],
    ["edited to less and given back beside them", { total: "50", refunded: "50", unbooked: "50" }, "50.00"],
    ["all given back", { total: "0", refunded: "100" }, "0.00"],
    ["all given back beside Medusa's workflows", { refunded: "100", unbooked: "100" }, "0.00"],
    ["20.00 given back, then edited to 30.00 more", { total: "110", refunded: "20" }, "110.00"],
    ["edited to less, given back, then edited to more", { total: "110", refunded: "50" }, "110.00"],
    ["20.00 given back, the rest taken back by the bank", { total: "80", captured: "20", refunded: "20" }, "80.00"],
    ["paid twice, one given back, then edited to more", { total: "150", captured: "200", refunded: "100" }, "150.00"],
    ["20.00 given back by Medusa and 10.00 beside it", { total: "80", refunded: "30", unbooked: "10" }, "70.00"],
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
