import { line } from "../../__tests__/invoices"
import { draftOrderInvoice, type OrderInvoiceInput, type OrderToInvoice } from "./draft-order-invoice"
import { printedLines } from "./printed-lines"
import { numberedInvoice, numberInvoices } from "./number-invoices"
import { zeroCollections } from "./zero-collections"

const order = (changes: Partial<OrderToInvoice> = {}): OrderToInvoice => ({
  id: "order_A",
  displayId: 7,
  email: "ada@example.com",
  locale: null,
  currencyCode: "eur",
  total: "19.00",
  billingAddress: null,
  shippingAddress: null,
  articles: [
    { id: "line_fee", facts: line({ title: "Set-up", unitPrice: "5.00" }) },
    { id: "line_web", facts: line({ title: "Web", unitPrice: "10.00" }) },
    { id: "line_mug", facts: line({ title: "Mug", unitPrice: "4.00" }) },
  ],
  shipping: [],
  credits: [],
  taken: null,
  ...changes,
})
const draft = (changes: Partial<OrderInvoiceInput> = {}) =>
  draftOrderInvoice(
    {
      order: order(),
      records: new Map([
        ["line_web", { id: "bcl_web", parentId: null }],
        ["line_fee", { id: "bcl_fee", parentId: "bcl_web" }],
      ]),
      periods: new Map([["line_web", { start: "2026-02-28", end: "2026-03-31" }]]),
      buyer: { name: null, company: null, vatNumber: null, email: null },
      asOf: "2026-02-28",
      ...changes,
    },
    { name: "Example Ltd" },
  )

describe("what a checkout's provider has taken", () => {
  const totalsOf = (changes: Partial<OrderToInvoice>) => draft({ order: order(changes) }).totals
  const inYen = { currencyCode: "jpy", total: "19.7", articles: [], shipping: [line({ unitPrice: "19.7" })] }

  it("decision 4: is what is payable, and the difference stands as rounding", () => {
    expect(totalsOf({ ...inYen, taken: "19" })).toMatchObject({ total: "20", rounding: "-1", payable: "19" })
    expect(totalsOf({ ...inYen, taken: "20" })).toMatchObject({ total: "20", rounding: "0", payable: "20" })
    expect(totalsOf({ ...inYen, taken: null })).toMatchObject({ rounding: "0", payable: "20" })
    const inDinars = { ...inYen, currencyCode: "kwd", total: "3.237", shipping: [line({ unitPrice: "3.237" })] }
    expect(totalsOf({ ...inDinars, taken: "3.240" })).toMatchObject({
      total: "3.237",
      rounding: "0.003",
      payable: "3.240",
    })
  })

  it("says nothing where it is another amount than rounding explains", () => {
    expect(totalsOf({ ...inYen, taken: "12" })).toMatchObject({ rounding: "0", payable: "20" })
  })
})

describe("draftOrderInvoice", () => {
  it("B52: articles by title, each followed by its set-up fee, which names it", () => {
    expect(draft().lines.map(({ kind, title, parent, period }) => [kind, title, parent, period?.start])).toEqual([
      ["product", "Mug", null, undefined],
      ["product", "Web", null, "2026-02-28"],
      ["setup_fee", "Set-up", 2, undefined],
    ])
  })

  describe("P3, P13: a package", () => {
    const content = (position: number, isHidden = false) => ({
      packageLineId: "line_web",
      packageTitle: "Web",
      isHidden,
      position,
    })
    const inside = order({
      total: "22.00",
      articles: [
        ...order().articles,
        { id: "line_b", facts: line({ title: "Zebra", unitPrice: "1.00" }) },
        { id: "line_a", facts: line({ title: "Ant", unitPrice: "2.00" }) },
      ],
    })
    const contents = new Map([
      ["line_b", content(0)],
      ["line_a", content(1, true)],
    ])

    it("is followed by its contents in the recipe's order; a hidden one is printed in the package's line", () => {
      const { lines, totals } = draft({ order: inside, contents })
      expect(lines.map(({ kind, title, parent, hidden }) => [kind, title, parent, hidden])).toEqual([
        ["product", "Mug", null, false],
        ["product", "Web", null, false],
        ["setup_fee", "Set-up", 2, false],
        ["content", "Zebra", 2, false],
        ["content", "Ant", 2, true],
      ])
      const printed = printedLines(lines)
      expect(printed.map(({ title, subtotal }) => [title, subtotal])).toEqual([
        ["Mug", "4.00"],
        ["Web", "12"],
        ["Set-up", "5.00"],
        ["Zebra", "1.00"],
      ])
      expect(totals.total).toBe("22.00")
    })

    it("that is on an earlier invoice leaves what is added to it to stand alone, and names what is hidden", () => {
      const added = (id: string) => inside.articles.filter((one) => one.id === id)
      const invoice = (id: string) => draft({ order: order({ total: null, articles: added(id) }), contents }).lines
      expect(invoice("line_b")).toMatchObject([{ kind: "product", title: "Zebra" }])
      expect(invoice("line_a")).toMatchObject([{ kind: "product", title: "Web", total: "2.00" }])
    })
  })

  it("law: the order of the order's lines makes no difference", () => {
    const turned = order({ articles: [...order().articles].reverse() })
    expect(draft({ order: turned })).toEqual(draft())
  })

  it("B50: is due at once, to the buyer's address, else the order's", () => {
    expect(draft()).toMatchObject({
      issued_on: "2026-02-28",
      due_on: "2026-02-28",
      buyer: { email: "ada@example.com" },
    })
    const buyer = { name: "Ada", company: null, vatNumber: null, email: "ada@work.example" }
    expect(draft({ buyer }).buyer.email).toBe("ada@work.example")
  })
})

describe("numberInvoices", () => {
  const numbering = {
    invoiceSeries: "INV",
    invoiceNumberFormat: "{series}-{year}-{sequence:4}",
    creditNoteSeries: "CN",
    creditNoteNumberFormat: "{series}-{sequence:6}",
  }
  const unnumbered = {
    invoice_id: "binv_A",
    order_id: "order_A",
    renewal_id: null,
    subscription_id: null,
    customer_id: null,
    due_on: "2026-02-28",
    document: draft(),
  }

  it("B50: gives numbers in the order of the list, without a gap, from the first that was taken", () => {
    const invoices = numberInvoices([unnumbered, unnumbered, unnumbered], {
      first: 41,
      issuedOn: "2026-02-28",
      numbering,
    })
    expect(invoices.map(({ sequence, number }) => [sequence, number])).toEqual([
      [41, "INV-2026-0041"],
      [42, "INV-2026-0042"],
      [43, "INV-2026-0043"],
    ])
  })

  it("B51: document and row have the same number and total", () => {
    const invoice = numberedInvoice(unnumbered, { sequence: 1, issuedOn: "2026-02-28", numbering })
    expect(invoice.document).toEqual({ ...draft(), number: invoice.number, issued_on: "2026-02-28" })
    expect(invoice).toMatchObject({ subtotal: "19", tax_total: "0.00", total: "19.00", currency_code: "eur" })
  })
})

describe("zeroCollections", () => {
  const free = { ...draft(), totals: { ...draft().totals, payable: "0.00" } }
  const facts = { id: "order_A", currencyCode: "eur", hasPaymentCollection: false }

  it("B36: an order with nothing to pay gets a collection of zero, once", () => {
    expect(zeroCollections({ order: facts, document: free })).toEqual([
      { id: "pay_col_A", order_id: "order_A", currency_code: "eur", amount: "0" },
    ])
    expect(zeroCollections({ order: { ...facts, hasPaymentCollection: true }, document: free })).toEqual([])
    expect(zeroCollections({ order: facts, document: draft() })).toEqual([])
    expect(zeroCollections(null)).toEqual([])
  })
})
