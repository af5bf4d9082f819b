import fc from "fast-check"
import { LAW } from "../../__tests__/arbitraries"
import { invoice, invoices, line } from "../../__tests__/invoices"
import { add, compare, isNegative, isPositive, isZero, multiply, percentOf, round, subtract, sum } from "../../money"
import { invoiceDocument } from "../invoices/invoice-document"
import type { InvoiceDocument } from "../invoices/invoice-shape"
import { creditNote } from "./credit-note"
import { creditable, remainingNets, type CreditedInvoice } from "./credited-lines"

const issuedOn = "2026-04-01"
const whole = (document: InvoiceDocument): CreditedInvoice => ({
  document,
  total: document.totals.payable,
  creditNotes: [],
})
const crediting = (one: CreditedInvoice, note: InvoiceDocument): CreditedInvoice => ({
  ...one,
  creditNotes: [...one.creditNotes, note],
})
const VAT = [{ code: "vat", name: "VAT", rate: 20 }]
const four = invoiceDocument(
  invoice({
    lines: ["68.33", "68.33", "57.50", "85.00"].map((unitPrice) => line({ unitPrice, taxRates: VAT })),
  }),
)

describe("B51: credit notes of an invoice", () => {
  it("BI5: each of four lines by itself: the last one takes the rest", () => {
    expect(four.totals.payable).toBe("334.99")
    let one = whole(four)
    const amounts = ["68.33", "68.33", "57.50", "85.00"].map((net, index) => {
      const number = [1, 3, 4, 2][index] as number
      const note = creditNote(one, {
        amount: null,
        lines: new Map([[number, four.lines[number - 1]?.total ?? net]]),
        issuedOn,
      })
      one = crediting(one, note)
      return note.totals.payable
    })
    expect(amounts).toEqual(["82.00", "69.00", "102.00", "81.99"])
    expect(creditable(one)).toBe("0")
    expect(() => creditNote(one, { amount: "0.01", issuedOn })).toThrow(RangeError)
  })

  it("names its invoice and the lines that it corrects", () => {
    const note = creditNote(whole(four), { amount: "69.00", lines: new Map([[3, "57.50"]]), issuedOn })
    expect(note).toMatchObject({
      kind: "credit_note",
      corrects_number: "INV-000001",
      issued_on: issuedOn,
      lines: [{ corrects_line: 3, title: "Hosting", total: "57.50" }],
      taxes: [{ base: "57.50", amount: "11.50", rate: "20" }],
      totals: { subtotal: "57.50", tax: "11.50", total: "69.00", rounding: "0.00", payable: "69.00" },
    })
  })

  it("without lines, all bear their share, with its tax", () => {
    const document = invoiceDocument(
      invoice({ lines: [line({ unitPrice: "100", taxRates: VAT }), line({ unitPrice: "100" })] }),
    )
    const note = creditNote(whole(document), { amount: "22", issuedOn })
    expect(note.lines.map(({ total }) => total)).toEqual(["10.00", "10.00"])
    expect(note.taxes).toMatchObject([{ base: "10.00", amount: "2.00" }])
    expect(note.totals).toMatchObject({ total: "22.00", rounding: "0.00", payable: "22.00" })
  })

  it("lines that do not explain the amount are not named", () => {
    const note = creditNote(whole(four), { amount: "30", lines: new Map([[3, "57.50"]]), issuedOn })
    expect(note.lines).toHaveLength(4)
    expect(note.totals).toMatchObject({ rounding: "0.00", payable: "30.00" })
  })

  it("of the whole invoice it is the invoice's lines as they were", () => {
    const note = creditNote(whole(four), { amount: "334.99", issuedOn })
    expect(note.lines.map(({ corrects_line: _number, ...rest }) => rest)).toEqual(four.lines)
    expect([note.taxes, note.totals]).toEqual([four.taxes, four.totals])
  })

  it.each(["335", "0", "-1"])("%s is refused", (amount) => {
    expect(() => creditNote(whole(four), { amount, issuedOn })).toThrow(/left to credit/)
  })

  it("law: however often a part is credited, no line and no tax is below zero, and each tax is its base's within a cent", () => {
    const cents = fc.integer({ min: 1, max: 9_999 }).map((units) => (units / 100).toFixed(2))
    const lines = fc.array(
      fc.record({
        unitPrice: cents,
        rate: fc.constantFrom("20", "10", "5.5", "2.1"),
        isTaxInclusive: fc.constant(true),
      }),
      { minLength: 1, maxLength: 8 },
    )
    const shares = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 })
    fc.assert(
      fc.property(lines, shares, fc.boolean(), (sold, parts, isTaxInclusive) => {
        const taxed = sold.map(({ unitPrice, rate }) =>
          line({ unitPrice, isTaxInclusive, taxRates: [{ code: "v", name: `V ${rate}`, rate }] }),
        )
        let one = whole(invoiceDocument(invoice({ lines: taxed })))
        for (const part of parts) {
          const amount = round(multiply(creditable(one), `0.${String(part).padStart(2, "0")}`), "eur")
          if (isPositive(amount)) {
            const note = creditNote(one, { amount, issuedOn })
            one = crediting(one, note)
            const amounts = [...note.lines.map(({ total }) => total), ...note.taxes.map((tax) => tax.amount)]
            expect(amounts.filter(isNegative)).toEqual([])
            expect(note.totals.rounding).toBe("0.00")
            for (const tax of note.taxes) {
              const off = subtract(tax.amount, percentOf(tax.base, tax.rate))
              expect(Math.abs(Number(off))).toBeLessThanOrEqual(0.015)
            }
          }
        }
      }),
      LAW,
    )
  })

  it("law: however many lines are named one after another, the last note has no tax below zero, and none has another's", () => {
    const net = fc.integer({ min: 1, max: 9 }).map((cents) => `0.0${cents}`)
    const naming = fc.array(fc.record({ line: fc.integer({ min: 1, max: 3 }), net }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(naming, fc.constantFrom(20, 5.5), (credits, rate) => {
        const taxRates = [{ code: "vat", name: "VAT", rate }]
        const lines = [1, 2, 3].map(() => line({ unitPrice: "1.00", taxRates }))
        let one = whole(invoiceDocument(invoice({ lines })))
        const credit = (named: { lines?: Map<number, string> }) => {
          if (isPositive(creditable(one))) {
            one = crediting(one, creditNote(one, { amount: null, issuedOn, ...named }))
          }
        }
        for (const { line: number, net: named } of credits) {
          const left = remainingNets(one)[number - 1] ?? "0"
          if (compare(named, left) < 0) {
            credit({ lines: new Map([[number, named]]) })
          }
        }
        credit({})
        for (const note of one.creditNotes) {
          const amounts = [...note.lines.map(({ total }) => total), ...note.taxes.map((tax) => tax.amount)]
          expect(amounts.filter(isNegative)).toEqual([])
          for (const tax of note.taxes) {
            const off = subtract(tax.amount, percentOf(tax.base, tax.rate))
            expect(Math.abs(Number(off))).toBeLessThanOrEqual(0.021)
          }
        }
        expect(creditable(one)).toBe("0")
      }),
      LAW,
    )
  })

  it("credit notes add up, are never above the invoice, and together they are the invoice", () => {
    const shares = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 })
    fc.assert(
      fc.property(invoices, shares, (facts, parts) => {
        const document = invoiceDocument(facts)
        let one = whole(document)
        for (const part of parts) {
          const amount = round(multiply(creditable(one), `0.${String(part).padStart(2, "0")}`), document.currency_code)
          if (isPositive(amount)) {
            one = crediting(one, creditNote(one, { amount, issuedOn }))
          }
        }
        if (isPositive(creditable(one))) {
          one = crediting(one, creditNote(one, { amount: null, issuedOn }))
        }
        expect(isZero(creditable(one)) || isZero(document.totals.payable)).toBe(true)
        for (const { totals, lines, taxes } of one.creditNotes) {
          expect(compare(sum([...lines.map((l) => l.total), ...taxes.map((t) => t.amount)]), totals.total)).toBe(0)
          expect(compare(add(subtract(totals.total, totals.credit), totals.rounding), totals.payable)).toBe(0)
        }
        if (one.creditNotes.length) {
          const of = (pick: (totals: InvoiceDocument["totals"]) => string) =>
            sum(one.creditNotes.map((n) => pick(n.totals)))
          expect(
            compare(
              of(({ tax }) => tax),
              document.totals.tax,
            ),
          ).toBe(0)
          expect(
            compare(
              of(({ total }) => total),
              document.totals.total,
            ),
          ).toBe(0)
          expect(
            compare(
              of(({ payable }) => payable),
              document.totals.payable,
            ),
          ).toBe(0)
        }
      }),
      LAW,
    )
  })
})
