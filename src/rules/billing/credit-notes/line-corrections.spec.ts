import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { invoice, line } from "../../__tests__/invoices"
import { isNegative, multiply, negate, round, subtract, sum, type Decimal } from "../../money"
import { invoiceDocument } from "../invoices/invoice-document"
import type { InvoiceLineFacts } from "../invoices/invoice-facts"
import type { InvoiceDocument } from "../invoices/invoice-shape"
import { creditNote } from "./credit-note"
import { furtherInvoice } from "./further-invoice"
import { lineCorrections, type CorrectedInvoice } from "./line-corrections"

const issuedOn = "2026-04-01"
const FULL = [{ code: "full", name: "VAT", rate: 19 }]
const LOW = [{ code: "low", name: "VAT", rate: 7 }]
const a = (quantity: number): InvoiceLineFacts =>
  line({ orderLineId: "a", title: "A", quantity, unitPrice: "100", taxRates: FULL })
const b = (quantity: number): InvoiceLineFacts =>
  line({ orderLineId: "b", title: "B", quantity, unitPrice: "50", taxRates: LOW })

const of = (document: InvoiceDocument, more: Partial<CorrectedInvoice> = {}): CorrectedInvoice => ({
  document,
  total: document.totals.payable,
  creditNotes: [],
  notesOfLines: [],
  isFurther: false,
  ...more,
})
const invoiceOf = (...lines: InvoiceLineFacts[]): InvoiceDocument => invoiceDocument(invoice({ lines }))
const totalOf = (...lines: InvoiceLineFacts[]): Decimal => invoiceOf(...lines).totals.payable

/** The documents that an order's change makes, as they are issued. */
function documentsOf(invoices: CorrectedInvoice[], now: InvoiceLineFacts[], amount: Decimal): InvoiceDocument[] | null {
  const corrections = lineCorrections(invoices, { amount, now, issuedOn })
  return (
    corrections?.map((one) => {
      const of = invoices[one.index] as CorrectedInvoice
      return isNegative(one.amount)
        ? creditNote(of, { amount: negate(one.amount), lines: one.lines, issuedOn })
        : furtherInvoice(of.document, { amount: one.amount, lines: one.lines, issuedOn })
    }) ?? null
  )
}
const taxesOf = (documents: InvoiceDocument[] | null) =>
  documents?.map(({ kind, lines, taxes, totals }) => [
    kind,
    lines.map(({ title, total }) => `${title} ${total}`).join(),
    taxes.map(({ rate, amount }) => `${rate}%: ${amount}`).join(),
    totals.payable,
  ])

describe("B31, B51: the documents of an order's changed lines", () => {
  it("more of one line and less of another is a credit note and a further invoice, each with its own rate", () => {
    const documents = documentsOf([of(invoiceOf(a(1), b(2)))], [a(2), b(1)], "65.50")
    expect(taxesOf(documents)).toEqual([
      ["credit_note", "B 50.00", "7%: 3.50", "53.50"],
      ["invoice", "A 100.00", "19%: 19.00", "119.00"],
    ])
  })

  it("a second edit is of what it has changed, not of what the first one did", () => {
    const own = invoiceOf(a(1), b(1))
    const first = furtherInvoice(own, { amount: "119", lines: new Map([[1, "100"]]), issuedOn })
    const documents = documentsOf([of(own), of(first, { isFurther: true })], [a(2), b(2)], "53.50")
    expect(taxesOf(documents)).toEqual([["invoice", "B 50.00", "7%: 3.50", "53.50"]])
  })

  it("what became dearer and then cheaper is credited of the further invoice, by its line alone", () => {
    const own = invoiceOf(a(1), b(1))
    const lines = new Map([
      [1, "100"],
      [2, "50"],
    ])
    const both = furtherInvoice(own, { amount: "172.50", lines, issuedOn })
    const documents = documentsOf([of(own), of(both, { isFurther: true })], [a(1), b(2)], "-119.00")
    expect(taxesOf(documents)).toEqual([["credit_note", "A 100.00", "19%: 19.00", "119.00"]])
  })

  it("what an edit has added is corrected on the invoice that it is on", () => {
    const documents = documentsOf([of(invoiceOf(a(1))), of(invoiceOf(b(1)))], [a(1), b(3)], "107.00")
    expect(taxesOf(documents)).toEqual([["invoice", "B 100.00", "7%: 7.00", "107.00"]])
  })

  it("after a credit of money, an edit is of its own line", () => {
    const own = of(invoiceOf(a(1), b(1)))
    const goodwill = creditNote(own, { amount: "20", issuedOn })
    const documents = documentsOf([{ ...own, creditNotes: [goodwill] }], [a(2), b(1)], "119.00")
    expect(taxesOf(documents)).toEqual([["invoice", "A 100.00", "19%: 19.00", "119.00"]])
  })

  it("what no line explains is of none", () => {
    const own = of(invoiceOf(a(1), b(1)))
    expect(documentsOf([own], [a(1), b(1)], "-20.00")).toBeNull()
    expect(documentsOf([own], [a(2), b(1)], "-20.00")).toBeNull()
    expect(documentsOf([of(invoiceOf(line()))], [], "-9.00")).toBeNull()
  })

  it("a line that was credited whole as money is not credited once more when it is removed", () => {
    const own = of(invoiceOf(a(1), b(1)))
    const money = creditNote(own, { amount: "119", lines: new Map([[1, "100"]]), issuedOn })
    expect(documentsOf([{ ...own, creditNotes: [money] }], [b(1)], "-10.00")).toBeNull()
  })

  it("a minor unit of another line is rounding, and makes no document", () => {
    const net = (unitPrice: string) => line({ orderLineId: "c", title: "C", unitPrice, taxRates: FULL })
    const documents = documentsOf([of(invoiceOf(a(1), net("10.00")))], [a(2), net("10.01")], "119.00")
    expect(documents).toHaveLength(1)
  })

  it("law: whatever quantities become, the documents come to the amount, and each rate is taxed on what changed of it", () => {
    const quantity = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(fc.tuple(quantity, quantity, quantity, quantity), ([a0, b0, a1, b1]) => {
        fc.pre(a0 + b0 > 0 && (a0 !== a1 || b0 !== b1))
        const amount = round(subtract(totalOf(a(a1), b(b1)), totalOf(a(a0), b(b0))), "eur")
        const documents = documentsOf([of(invoiceOf(a(a0), b(b0)))], [a(a1), b(b1)], amount) ?? []
        const signed = (one: InvoiceDocument, value: Decimal): Decimal =>
          one.kind === "credit_note" ? negate(value) : value
        expect(round(sum(documents.map((one) => signed(one, one.totals.payable))), "eur")).toBe(amount)
        const taxOf = (code: string) =>
          round(
            sum(
              documents.flatMap((one) =>
                one.taxes.filter((tax) => tax.code === code).map((tax) => signed(one, tax.amount)),
              ),
            ),
            "eur",
          )
        expect(taxOf("full")).toBe(round(multiply("19", String(a1 - a0)), "eur"))
        expect(taxOf("low")).toBe(round(multiply("3.5", String(b1 - b0)), "eur"))
      }),
      LAW,
    )
  })
})
