import fc from "fast-check"
import { add, compare, isNegative, isZero, round, subtract, sum } from "../../money"
import { LAW } from "../../__tests__/arbitraries"
import { invoice, invoices, line } from "../../__tests__/invoices"
import { invoiceDocument } from "./invoice-document"
import { lineAmounts } from "./line-amounts"

const vat = [{ code: "vat", name: "VAT", rate: 9.2 }]

describe("invoiceDocument", () => {
  it("decision 4: three lines of 9.00 with 9.2 % make 29.484, and 29.48 is paid", () => {
    const lines = [1, 2, 3].map(() => line({ taxRates: vat }))
    const { totals, taxes } = invoiceDocument(invoice({ lines, orderTotal: "29.484" }))
    expect(totals).toEqual({
      subtotal: "27.00",
      discount: "0.00",
      shipping: "0.00",
      tax: "2.48",
      total: "29.48",
      credit: "0.00",
      rounding: "0.00",
      payable: "29.48",
    })
    expect(taxes).toEqual([{ code: "vat", name: "VAT", rate: "9.2", base: "27.00", amount: "2.48" }])
  })

  it("B52: prices with tax in them come back to what was asked for", () => {
    const lines = [1, 2, 3].map(() =>
      line({ unitPrice: "10.00", isTaxInclusive: true, taxRates: [{ code: "v", name: "V", rate: 20 }] }),
    )
    const { totals, lines: shown } = invoiceDocument(invoice({ lines, orderTotal: "29.99999999999999999999" }))
    expect(totals).toMatchObject({ subtotal: "25.00", tax: "5.00", total: "30.00", payable: "30.00" })
    expect(shown.map(({ total }) => total)).toEqual(["8.34", "8.33", "8.33"])
    expect(shown[0]).toMatchObject({ unit_price: "10.00", is_tax_inclusive: true })
  })

  it("decision 4: 19.90 at 15 % is 2.99 off, 16.91 left", () => {
    const discounts = [{ name: "15 %", amount: "2.99", isTaxInclusive: false }]
    const { lines, totals } = invoiceDocument(invoice({ lines: [line({ unitPrice: "19.90", discounts })] }))
    expect(lines[0]).toMatchObject({ subtotal: "19.90", discounts: [{ name: "15 %", amount: "2.99" }], total: "16.91" })
    expect(totals).toMatchObject({ subtotal: "19.90", discount: "2.99", payable: "16.91" })
  })

  it("B52: a line's discounts are split so that they add up, ties to the earlier", () => {
    const discounts = ["a", "b", "c"].map((name) => ({ name, amount: "0.025", isTaxInclusive: false }))
    const { lines } = invoiceDocument(invoice({ lines: [line({ unitPrice: "0.50", discounts })] }))
    expect(lines[0]?.total).toBe("0.43")
    expect(lines[0]?.discounts.map(({ amount }) => amount)).toEqual(["0.03", "0.02", "0.02"])
  })

  it("B52: no discount is shown as negative where rounding lifts the line's total", () => {
    const taxRates = [{ code: "v", name: "V", rate: 20 }]
    const discounts = [{ name: "tiny", amount: "0.0001", isTaxInclusive: true }]
    const lines = [1, 2, 3].map(() => line({ unitPrice: "10.00", isTaxInclusive: true, taxRates, discounts }))
    const [first] = invoiceDocument(invoice({ lines })).lines
    expect(first).toMatchObject({ subtotal: "8.34", discounts: [{ amount: "0.00" }], total: "8.34" })
  })

  it("B52: set-up fee, shipping and periods are told apart, taxes by rate with the highest first", () => {
    const lines = [
      line({ unitPrice: "10.00", quantity: "3", taxRates: vat, period: { start: "2026-02-28", end: "2026-03-31" } }),
      line({
        kind: "setup_fee",
        title: "Set-up fee",
        unitPrice: "5.00",
        taxRates: [{ code: "low", name: "Low", rate: "2.60" }],
      }),
      line({ kind: "shipping", title: "Post", unitPrice: "4.00", taxRates: vat }),
    ]
    const document = invoiceDocument(invoice({ lines }))
    expect(document.lines.map(({ kind, quantity, period }) => [kind, quantity, period])).toEqual([
      ["product", "3", { start: "2026-02-28", end: "2026-03-31" }],
      ["setup_fee", "1", null],
      ["shipping", "1", null],
    ])
    expect(document.taxes).toEqual([
      { code: "vat", name: "VAT", rate: "9.2", base: "34.00", amount: "3.13" },
      { code: "low", name: "Low", rate: "2.6", base: "5.00", amount: "0.13" },
    ])
    expect(document.totals).toMatchObject({ subtotal: "35.00", shipping: "4.00", tax: "3.26", payable: "42.26" })
  })

  it("B36, B50: a free order has an invoice of zero", () => {
    const { totals } = invoiceDocument(invoice({ lines: [line({ unitPrice: "0", taxRates: vat })], orderTotal: "0" }))
    expect(totals).toMatchObject({ subtotal: "0.00", tax: "0.00", total: "0.00", payable: "0.00" })
    expect(invoiceDocument(invoice({ lines: [] })).totals.payable).toBe("0.00")
  })

  it("B52: a credit lowers what is to be paid, not the tax", () => {
    const credits = [{ name: "Gift card", amount: "5" }]
    const { totals, credits: shown } = invoiceDocument(
      invoice({ lines: [line({ unitPrice: "10.00", taxRates: vat })], credits, orderTotal: "5.92" }),
    )
    expect(totals).toMatchObject({ tax: "0.92", total: "10.92", credit: "5.00", payable: "5.92" })
    expect(shown).toEqual([{ name: "Gift card", amount: "5.00" }])
  })

  it("B52: names seller and buyer, terms and language", () => {
    expect(invoiceDocument(invoice())).toMatchObject({
      number: "INV-000001",
      kind: "invoice",
      corrects_number: null,
      locale: "fr-CH",
      currency_code: "eur",
      issued_on: "2026-02-21",
      due_on: "2026-02-28",
      payment_terms: { collection_method: "send_invoice", days: 7 },
      order: { id: "order_1", display_id: 7, total: "9" },
      subscription_id: "bsub_1",
      seller: {
        name: "Example Ltd",
        address: { address_1: "1 Main St", country_code: "ch", city: null },
        vat_number: "CHE-123.456.788",
        email: null,
      },
      buyer: {
        name: "Ada Lovelace",
        company: null,
        address: { city: "London" },
        vat_number: null,
        email: "ada@example.com",
      },
      shipping_address: null,
    })
    const shipping = { company: "Engines Ltd", city: "Paris" }
    const { buyer, shipping_address } = invoiceDocument(invoice({ billingAddress: null, shippingAddress: shipping }))
    expect(buyer).toMatchObject({ name: null, company: "Engines Ltd", address: { city: "Paris" } })
    expect(shipping_address).toMatchObject({ city: "Paris", first_name: null })
    expect(invoiceDocument(invoice({ dueOn: "2026-01-31" })).payment_terms.days).toBe(0)
  })

  it("B52: the billing address says to whom it goes; what it leaves out is the customer's own", () => {
    const buyer = { name: "Clara Customer", company: "Engines Ltd", vatNumber: null, email: "clara@example.com" }
    const billingAddress = { first_name: "Éloïse", last_name: "Lefèvre", city: "Lyon" }
    expect(invoiceDocument(invoice({ buyer, billingAddress })).buyer).toMatchObject({
      name: "Éloïse Lefèvre",
      company: "Engines Ltd",
    })
    const shippingAddress = { first_name: "Ada", company: "Engines Paris", city: "Paris" }
    const shipped = invoiceDocument(invoice({ buyer, billingAddress: null, shippingAddress })).buyer
    expect(shipped).toMatchObject({ name: "Clara Customer", company: "Engines Ltd", address: { city: "Paris" } })
  })

  it("keeps a price that is finer than the minor unit as it was sold", () => {
    const { lines } = invoiceDocument(invoice({ lines: [line({ unitPrice: "0.0375", quantity: 100 })] }))
    expect(lines[0]).toMatchObject({ unit_price: "0.0375", total: "3.75" })
  })

  it("refuses lines that do not come to the order's total", () => {
    expect(() => invoiceDocument(invoice({ orderTotal: "12.00" }))).toThrow(/order_1 come to 9, but its total is 12.00/)
    expect(() => invoiceDocument(invoice({ orderTotal: "9.005" }))).toThrow(/no invoice is made/)
    expect(invoiceDocument(invoice({ orderTotal: "8.9951" })).totals.payable).toBe("9.00")
    expect(() => invoiceDocument(invoice({ currencyCode: "xxx" }))).toThrow(/not a known currency/)
  })

  it("law: lines, taxes and rounding add up to the payable total, which is the exact total rounded once", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const { lines, taxes, totals } = invoiceDocument(facts)
        const whole = add(sum(lines.map(({ total }) => total)), sum(taxes.map(({ amount }) => amount)))
        expect(compare(add(whole, totals.rounding), totals.payable)).toBe(0)
        if (facts.lines.some(({ isTaxInclusive }) => isTaxInclusive)) {
          expect(isZero(totals.rounding)).toBe(true)
        }
        const exact = sum(facts.lines.map((one) => lineAmounts(one).gross))
        expect(totals.payable).toBe(round(exact, facts.currencyCode))
      }),
      LAW,
    )
  })

  it("law: every sum on the page can be added up by hand", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const { lines, totals } = invoiceDocument(facts)
        for (const shown of lines) {
          const discounts = shown.discounts.map(({ amount }) => amount)
          expect(compare(subtract(shown.subtotal, sum(discounts)), shown.total)).toBe(0)
          expect(discounts.some(isNegative) || isNegative(shown.total)).toBe(false)
        }
        const { subtotal, discount, shipping, tax, total, credit, rounding, payable } = totals
        expect(compare(subtract(add(subtotal, shipping, tax), discount), total)).toBe(0)
        expect(compare(add(subtract(total, credit), rounding), payable)).toBe(0)
      }),
      LAW,
    )
  })

  it("law: the order of the lines does not change the total", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const turned = { ...facts, lines: [...facts.lines].reverse() }
        expect(invoiceDocument(turned).totals.payable).toBe(invoiceDocument(facts).totals.payable)
      }),
      LAW,
    )
  })

  it("law: it is plain JSON", () => {
    fc.assert(
      fc.property(invoices, (facts) => {
        const document = invoiceDocument(facts)
        expect(JSON.parse(JSON.stringify(document))).toEqual(document)
      }),
      LAW,
    )
  })
})
