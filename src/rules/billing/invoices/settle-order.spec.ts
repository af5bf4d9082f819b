import { isOrderPaid } from "./is-order-paid"
import { settleOrder, type SettledOrderFacts } from "./settle-order"

const facts = (changes: Partial<SettledOrderFacts> = {}): SettledOrderFacts => ({
  isCanceled: false,
  captured: "0",
  refunded: "0",
  currencyCode: "eur",
  invoice: { total: "29.48", issuedTotal: "29.484", status: "open", refundedTotal: "0" },
  ...changes,
})
const invoice = facts().invoice

describe("settleOrder", () => {
  it("B51: the whole payment pays the invoice, a part of it does not", () => {
    expect(settleOrder(facts({ captured: "29.484" }))).toMatchObject({ standing: { isPaid: true }, invoice: "paid" })
    expect(settleOrder(facts({ captured: "20" }))).toMatchObject({ standing: { isPaid: false }, invoice: null })
    expect(settleOrder(facts({ captured: "29.48", invoice: { ...invoice, status: "paid" } })).invoice).toBeNull()
  })

  it("a canceled order voids its invoice, a paid one too, and for good", () => {
    expect(settleOrder(facts({ isCanceled: true })).invoice).toBe("void")
    expect(
      settleOrder(facts({ isCanceled: true, captured: "29.48", invoice: { ...invoice, status: "paid" } })).invoice,
    ).toBe("void")
    expect(settleOrder(facts({ captured: "29.48", invoice: { ...invoice, status: "void" } })).invoice).toBeNull()
  })

  it("B51: a refund is counted beside the invoice, and told of once", () => {
    const paid = { ...invoice, status: "paid" as const }
    expect(settleOrder(facts({ captured: "29.48", refunded: "10", invoice: paid }))).toMatchObject({
      invoice: null,
      refundedTotal: "10.00",
      newlyRefunded: "10",
    })
    const before = { ...paid, refundedTotal: "10.00" }
    expect(settleOrder(facts({ captured: "29.48", refunded: "10", invoice: before })).newlyRefunded).toBe("0")
    expect(settleOrder(facts({ captured: "29.48", refunded: "29.48", invoice: before })).newlyRefunded).toBe("19.48")
  })

  it("what was paid twice and given back once is no refund of the invoice", () => {
    const paid = { ...invoice, status: "paid" as const }
    expect(settleOrder(facts({ captured: "58.96", refunded: "29.48", invoice: paid }))).toMatchObject({
      standing: { isPaid: true },
      newlyRefunded: "0",
    })
  })
})

describe("isOrderPaid", () => {
  it.each([
    ["3296.7", "jpy", "3297"],
    ["29.486", "eur", "29.49"],
    ["3.23918", "kwd", "3.240"],
    ["3296.70", "mga", "3297.00"],
  ])("decision 4: %s %s pay an invoice of %s", (captured, currencyCode, invoiceTotal) => {
    expect(isOrderPaid({ captured, currencyCode, invoiceTotal, issuedTotal: captured })).toBe(true)
    expect(isOrderPaid({ captured: "3", currencyCode, invoiceTotal, issuedTotal: captured })).toBe(false)
  })

  it("what is missing is missing, also by a cent", () => {
    const invoice = { currencyCode: "eur", invoiceTotal: "8.57", issuedTotal: "8.568" }
    expect(isOrderPaid({ ...invoice, captured: "8.56" })).toBe(false)
    expect(isOrderPaid({ ...invoice, captured: "8.568" })).toBe(true)
    expect(isOrderPaid({ ...invoice, issuedTotal: null, captured: "8.57" })).toBe(true)
  })
})
