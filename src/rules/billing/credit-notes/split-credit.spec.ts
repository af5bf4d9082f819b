import { invoice, line } from "../../__tests__/invoices"
import { invoiceDocument } from "../invoices/invoice-document"
import { changedLines } from "./changed-lines"
import { furtherInvoice } from "./further-invoice"
import { splitCredit } from "./split-credit"

describe("B51: a credit of an order with several invoices", () => {
  const own = { left: "100", cheaper: "0" }
  const added = { left: "30", cheaper: "0" }
  it.each([
    ["goes to the own one first", "20", [own, added], ["20", "0"]],
    ["then to those of added lines", "120", [own, added], ["100", "20"]],
    ["goes where lines became cheaper", "30", [own, { ...added, cheaper: "30" }], ["0", "30"]],
    ["is never above what is left", "200", [own, added], ["100", "30"]],
  ] as const)("%s", (_name, amount, invoices, expected) => {
    expect(splitCredit(amount, invoices)).toEqual(expected)
  })

  it.each([
    [
      "goes where money is, and not to one that nobody has paid",
      [
        { ...added, kept: "0" },
        { ...own, kept: "100" },
      ],
      ["0", "4"],
    ],
    [
      "to the first that has some",
      [
        { ...added, kept: "30" },
        { ...own, kept: "100" },
      ],
      ["4", "0"],
    ],
    [
      "to what became cheaper before",
      [
        { ...added, kept: "30" },
        { ...own, cheaper: "3", kept: "100" },
      ],
      ["1", "3"],
    ],
    ["to the others where none has any", [{ ...added, kept: "0" }, own], ["4", "0"]],
  ] as const)("of money that was given back %s", (_name, invoices, expected) => {
    expect(splitCredit("4", invoices, { given: "4" })).toEqual(expected)
  })
})

const VAT = [{ code: "vat", name: "VAT", rate: 20 }]
const facts = [
  line({ orderLineId: "a", title: "Hosting", unitPrice: "10", quantity: 2, taxRates: VAT }),
  line({ orderLineId: "b", title: "Domain", unitPrice: "5" }),
]
const document = invoiceDocument(invoice({ lines: facts }))
const sold = { document, total: document.totals.payable, creditNotes: [] }

describe("B51: what became of an invoice's lines", () => {
  it("fewer units are cheaper, a higher price is dearer, a removed line is gone", () => {
    const changed = (now: Parameters<typeof changedLines>[1]) =>
      changedLines([{ credited: sold, isFurther: false }], now)[0]
    expect(changed(facts)).toEqual({ cheaper: new Map(), dearer: new Map() })
    expect(changed([line({ ...facts[0], quantity: 1 })])?.cheaper).toEqual(
      new Map([
        [1, "10"],
        [2, "5"],
      ]),
    )
    expect(changed([line({ ...facts[0], quantity: 3 }), line({ ...facts[1] })])?.dearer).toEqual(new Map([[1, "10"]]))
  })

  it("B31: an order that comes to more gets a further invoice of what is dearer", () => {
    const further = furtherInvoice(document, { amount: "12.00", lines: new Map([[1, "10"]]), issuedOn: "2026-03-05" })
    expect(further).toMatchObject({
      kind: "invoice",
      issued_on: "2026-03-05",
      due_on: "2026-03-05",
      lines: [{ title: "Hosting", total: "10.00" }],
      taxes: [{ base: "10.00", amount: "2.00" }],
      totals: { total: "12.00", rounding: "0.00", payable: "12.00" },
    })
    const shared = furtherInvoice(document, { amount: "29.00", lines: new Map(), issuedOn: "2026-03-05" })
    expect(shared.totals).toMatchObject({ subtotal: "25.00", tax: "4.00", payable: "29.00", rounding: "0.00" })
  })
})
