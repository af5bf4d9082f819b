import { invoice, line } from "../../__tests__/invoices"
import { invoiceDocument } from "./invoice-document"

const rate = (percent: number) => [{ code: `r${percent}`, name: "VAT", rate: percent }]

describe("roundedParts", () => {
  it("decision 4: prices without tax: each rate's tax on its rounded base, and the rest as rounding", () => {
    const lines = [line({ unitPrice: "2.52", taxRates: rate(20) }), line({ unitPrice: "5.04", taxRates: rate(10) })]
    const { taxes, totals } = invoiceDocument(invoice({ lines, orderTotal: "8.568" }))
    expect(taxes.map(({ base, amount }) => [base, amount])).toEqual([
      ["2.52", "0.50"],
      ["5.04", "0.50"],
    ])
    expect(totals).toMatchObject({ total: "8.56", rounding: "0.01", payable: "8.57" })
  })

  it("decision 4: prices with tax: the tax is rounded, the base is the rest, and there is no rounding", () => {
    const lines = [line({ unitPrice: "29.97", isTaxInclusive: true, taxRates: rate(20) })]
    const { taxes, totals } = invoiceDocument(invoice({ lines }))
    expect(taxes).toMatchObject([{ base: "24.97", amount: "5.00" }])
    expect(totals).toMatchObject({ total: "29.97", rounding: "0.00", payable: "29.97" })
  })

  it("decision 110: of many lines with tax in them, each tax is of its base: 0.09 at 20 % is 0.075, three hundred times", () => {
    const half = (percent: number) =>
      Array.from({ length: 150 }, (_, at) =>
        line({
          unitPrice: percent === 20 ? "0.09" : `0.${at % 2 ? "11" : "13"}`,
          isTaxInclusive: true,
          taxRates: rate(percent),
        }),
      )
    const { taxes, totals } = invoiceDocument(invoice({ lines: [...half(20), ...half(10)] }))
    expect(taxes.map(({ base, amount }) => [base, amount])).toEqual([
      ["11.25", "2.25"],
      ["16.36", "1.64"],
    ])
    expect(totals).toMatchObject({ total: "31.50", rounding: "0.00", payable: "31.50" })
  })

  it("decision 4: yen that come to 3296.7 are 3297, with nothing to round", () => {
    const lines = [line({ unitPrice: "2997", taxRates: rate(10) })]
    const { totals } = invoiceDocument(invoice({ currencyCode: "jpy", lines, orderTotal: "3296.7" }))
    expect(totals).toMatchObject({ subtotal: "2997", tax: "300", rounding: "0", payable: "3297" })
  })
})
