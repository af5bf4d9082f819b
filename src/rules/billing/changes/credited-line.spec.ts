import fc from "fast-check"
import { invoice, line } from "../../__tests__/invoices"
import { compare, multiply, round, sum } from "../../money"
import { creditNote } from "../credit-notes/credit-note"
import type { CreditedInvoice } from "../credit-notes/credited-lines"
import { invoiceDocument } from "../invoices/invoice-document"
import { lineCredit, paidLine } from "./credited-line"

const on = "2026-04-16"
const VAT = [{ code: "vat", name: "VAT", rate: 20 }]

const issued = (unitPrice: string, more: { quantity?: number; isTaxInclusive?: boolean } = {}): CreditedInvoice => {
  const document = invoiceDocument(
    invoice({
      lines: [
        line({ unitPrice, taxRates: VAT, orderLineId: "ordli_1", ...more }),
        line({ kind: "setup_fee", parent: 1, unitPrice: "5.00", taxRates: VAT, orderLineId: "ordli_fee" }),
      ],
    }),
  )
  return { document, total: document.totals.payable, creditNotes: [] }
}

describe("paidLine", () => {
  it("B25: is what was charged for the line, without its fee", () => {
    expect(paidLine(issued("30.00"), { orderLineId: "ordli_1", quantity: 1 })).toMatchObject({
      ...{ number: 1, net: "30", gross: "36" },
    })
    expect(paidLine(issued("30.00"), { orderLineId: "ordli_2", quantity: 1 })).toBeNull()
  })

  it("is of the units that the subscription still has, where others were split off", () => {
    expect(paidLine(issued("10.00", { quantity: 3 }), { orderLineId: "ordli_1", quantity: 2 })).toMatchObject({
      net: "20.00",
    })
  })

  it("is less what was credited already", () => {
    const one = issued("30.00")
    const note = creditNote(one, { amount: null, lines: new Map([[1, "10.00"]]), issuedOn: on })
    expect(paidLine({ ...one, creditNotes: [note] }, { orderLineId: "ordli_1", quantity: 1 })).toMatchObject({
      net: "20",
    })
  })

  it("bears no credit of units that were split off", () => {
    const three = issued("10.00", { quantity: 3 })
    const note = creditNote(three, { amount: null, lines: new Map([[1, "10.00"]]), issuedOn: on })
    const one = { ...three, creditNotes: [note] }
    const units = { orderLineId: "ordli_1", quantity: 1 }
    expect(paidLine(one, { ...units, creditedForOthers: { "1": "10.00" } })).toMatchObject({ net: "10.00" })
    expect(paidLine(one, units)).toMatchObject({ net: "6.67" })
    // Never more than is left of the line.
    expect(paidLine(one, { ...units, quantity: 3, creditedForOthers: { "1": "10.00" } })).toMatchObject({ net: "20" })
  })
})

describe("lineCredit", () => {
  const creditOf = (one: CreditedInvoice, credit: string, isTaxInclusive: boolean) => {
    const paid = paidLine(one, { orderLineId: "ordli_1", quantity: 1 })
    return paid && lineCredit(paid, { credit, isTaxInclusive, on })
  }

  it("comes to the credit with its tax", () => {
    expect(creditOf(issued("30.00"), "15.00", false)).toEqual({ amount: "18.00", lines: { "1": "15.00" } })
    expect(creditOf(issued("36.00", { isTaxInclusive: true }), "18.00", true)).toEqual({
      ...{ amount: "18.00", lines: { "1": "15.00" } },
    })
    expect(creditOf(issued("30.00"), "0.00", false)).toBeNull()
  })

  it("law: a price with tax in it is credited to the cent", () => {
    const cents = fc.integer({ min: 2, max: 100_000 })
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 100 }), (price, percent) => {
        const gross = (price / 100).toFixed(2)
        const credit = round(multiply(gross, String(percent / 100)), "eur")
        const found = creditOf(issued(gross, { isTaxInclusive: true }), credit, true)
        expect(found === null || compare(found.amount, credit) === 0).toBe(true)
      }),
    )
  })
})

describe("a product with options (S3)", () => {
  const document = invoiceDocument(
    invoice({
      lines: [
        line({ unitPrice: "10.00", taxRates: VAT, orderLineId: "ordli_1" }),
        line({ kind: "option", parent: 1, unitPrice: "4.00", taxRates: VAT, orderLineId: "ordli_ram" }),
        line({ kind: "setup_fee", parent: 1, unitPrice: "1.00", taxRates: VAT, orderLineId: "ordli_fee" }),
        line({ kind: "option", parent: 1, unitPrice: "2.00", taxRates: VAT, orderLineId: "ordli_ips" }),
      ],
    }),
  )
  const issuedWith: CreditedInvoice = { document, total: document.totals.payable, creditNotes: [] }
  const optionLineIds = ["ordli_ram", "ordli_ips", "ordli_none"]
  const paid = paidLine(issuedWith, { orderLineId: "ordli_1", optionLineIds, quantity: 1 })

  it("was paid with them, without fees", () => {
    expect(paid).toMatchObject({ number: 1, net: "16", gross: "19.2" })
    expect(paid?.parts.map(({ number }) => number)).toEqual([1, 2, 4])
  })

  it("is credited with them: the shares come to the credit, to the cent", () => {
    const credit = paid && lineCredit(paid, { credit: "7.77", isTaxInclusive: false, on })
    expect(Object.keys(credit?.lines ?? {})).toEqual(["1", "2", "4"])
    expect(sum(Object.values(credit?.lines ?? {}))).toBe("7.77")
    expect(credit?.amount).toBe("9.32")
  })
})
