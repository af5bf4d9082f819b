import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { compare, isNegative, multiply, negate, round, subtract, sum, type Decimal } from "../../money"
import { LAW } from "../../__tests__/arbitraries"
import { invoices, line } from "../../__tests__/invoices"
import { invoiceDocument } from "./invoice-document"
import type { InvoiceFacts } from "./invoice-facts"
import { lineAmounts } from "./line-amounts"

/** What Medusa itself makes of the same lines. */
function medusaTotal({ lines, currencyCode }: InvoiceFacts): Decimal {
  const parts = lines.map((line, index) => ({
    kind: line.kind,
    id: `line_${index}`,
    unit_price: line.unitPrice,
    quantity: line.quantity,
    amount: multiply(line.unitPrice, line.quantity),
    is_tax_inclusive: line.isTaxInclusive,
    tax_lines: line.taxRates.map(({ rate }) => ({ rate })),
    adjustments: line.discounts.map(({ amount, isTaxInclusive }) => ({ amount, is_tax_inclusive: isTaxInclusive })),
  }))
  const { total } = decorateCartTotals({
    currency_code: currencyCode,
    items: parts.filter(({ kind }) => kind !== "shipping"),
    shipping_methods: parts.filter(({ kind }) => kind === "shipping"),
  })
  return MathBN.convert(total).toFixed()
}

describe("lineAmounts", () => {
  it("law: it comes to Medusa's own total, which is off by its twenty digits at most", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const ours = sum(facts.lines.map((one) => lineAmounts(one).gross))
        const off = subtract(ours, medusaTotal(facts))
        expect(compare(isNegative(off) ? negate(off) : off, "0.000000000001")).toBe(-1)
      }),
      LAW,
    )
  })

  it("law: an invoice made with Medusa's total is that total, rounded", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const orderTotal = medusaTotal(facts)
        const { payable } = invoiceDocument({ ...facts, orderTotal }).totals
        const trusted = MathBN.convert(orderTotal, 12).toFixed()
        expect(payable).toBe(round(trusted, facts.currencyCode))
      }),
      LAW,
    )
  })

  it("keeps a price with tax in it exact, though its net amount never ends", () => {
    const amounts = lineAmounts(
      line({
        unitPrice: "10.00",
        quantity: 3,
        isTaxInclusive: true,
        taxRates: [{ code: null, name: "VAT", rate: "20" }],
      }),
    )
    expect(amounts).toMatchObject({ subtotal: "25", net: "25", taxes: ["5"], gross: "30" })
    const third = lineAmounts(
      line({ unitPrice: "1.00", isTaxInclusive: true, taxRates: [{ code: null, name: "VAT", rate: 200 }] }),
    )
    expect(third.gross).toBe("1")
    expect(third.net).toMatch(/^0\.3{30}$/)
  })
})
