import fc from "fast-check"
import { compare } from "../../money"
import { invoiceDocument } from "../invoices/invoice-document"
import type { InvoiceFacts, InvoiceLineFacts } from "../invoices/invoice-facts"
import { checkEInvoice, E_INVOICE_CHECKS } from "./check-e-invoice"
import { isTaxOfBase } from "./checks/sum-checks"
import type { EInvoice } from "./e-invoice"
import { missingForEInvoice } from "./missing-for-e-invoice"
import { toEInvoice } from "./to-e-invoice"

const SELLER = {
  name: "Alpine Hosting",
  address_1: "1 rue de la Paix",
  postal_code: "75002",
  city: "Paris",
  country_code: "fr",
  vat_number: "FR12 345678901",
}

const line = (facts: Partial<InvoiceLineFacts> = {}): InvoiceLineFacts => ({
  kind: "product",
  title: "Hosting M",
  description: null,
  period: { start: "2027-02-28", end: "2027-03-31" },
  quantity: 1,
  unitPrice: "100.00",
  isTaxInclusive: false,
  discounts: [],
  taxRates: [{ code: "vat", name: "VAT", rate: "20" }],
  ...facts,
})

const documentOf = (changes: Partial<InvoiceFacts> = {}) =>
  invoiceDocument({
    number: "INV-000042",
    kind: "invoice",
    locale: "fr",
    currencyCode: "eur",
    issuedOn: "2027-02-28",
    dueOn: "2027-03-30",
    collectionMethod: "send_invoice",
    order: { id: "order_1", displayId: 1 },
    subscriptionId: null,
    seller: SELLER,
    buyer: { name: "Ada Lovelace", company: null, vatNumber: "DE123456789", email: "ada@example.com" },
    billingAddress: { address_1: "Am Markt 1", postal_code: "10115", city: "Berlin", country_code: "de" },
    shippingAddress: null,
    lines: [line()],
    ...changes,
  })

const broken = (invoice: EInvoice): string[] => checkEInvoice(invoice).map(({ rule }) => rule)

const RATES = ["20", "5.5", "10", "2.1", "0"]
const price = fc.integer({ min: 0, max: 5_000_00 }).map((cents) => (cents / 100).toFixed(2))
const anyLine = (isTaxInclusive: boolean) =>
  fc
    .record({
      unitPrice: price,
      quantity: fc.constantFrom<number | string>(1, 2, 3, 7, 12, "3.25", "0.5"),
      rate: fc.constantFrom(...RATES),
      off: fc.constantFrom("0", "0", "0.1", "0.333"),
      hasPeriod: fc.boolean(),
    })
    .map(({ unitPrice, quantity, rate, off, hasPeriod }) => {
      const amount = (Math.floor(Number(unitPrice) * Number(quantity) * Number(off) * 100) / 100).toFixed(2)
      return line({
        unitPrice,
        quantity,
        isTaxInclusive,
        taxRates: [{ code: "vat", name: `VAT ${rate}`, rate }],
        discounts: off === "0" ? [] : [{ name: "Sale", amount, isTaxInclusive }],
        ...(hasPeriod ? {} : { period: null }),
      })
    })

describe("EN 16931", () => {
  it("holds for every document whose prices exclude tax: BR-CO-10, 13 to 16, and BR-CO-17 to the cent", () => {
    fc.assert(
      fc.property(fc.array(anyLine(false), { minLength: 1, maxLength: 12 }), (lines) => {
        const invoice = toEInvoice(documentOf({ lines }))
        expect(broken(invoice)).toEqual([])
        expect(invoice.taxes.every((tax) => isTaxOfBase(tax, invoice, 0))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it("holds for every document whose prices include tax, BR-CO-17 within a cent for each rate", () => {
    fc.assert(
      fc.property(fc.array(anyLine(true), { minLength: 1, maxLength: 12 }), (lines) => {
        expect(broken(toEInvoice(documentOf({ lines })))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it("holds however many lines there are, of two rates and of awkward cents, with prices of both kinds", () => {
    const many = fc.array(
      fc.record({
        cents: fc.integer({ min: 1, max: 99 }),
        rate: fc.constantFrom("20", "5.5"),
        isTaxInclusive: fc.integer({ min: 0, max: 9 }).map((of) => of > 0),
      }),
      { minLength: 150, maxLength: 400 },
    )
    fc.assert(
      fc.property(many, fc.boolean(), (lines, isMixed) => {
        const document = documentOf({
          lines: lines.map(({ cents, rate, isTaxInclusive }) =>
            line({
              unitPrice: (cents / 100).toFixed(2),
              isTaxInclusive: isTaxInclusive || !isMixed,
              taxRates: [{ code: "vat", name: `VAT ${rate}`, rate }],
            }),
          ),
        })
        expect(broken(toEInvoice(document))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it("BI12: what is to be paid is the order's total, and the cent of difference is its rounding", () => {
    const document = documentOf({
      lines: [line({ quantity: "3.25", unitPrice: "95.38", taxRates: [{ code: null, name: "USt", rate: "19" }] })],
    })
    const invoice = toEInvoice(document)
    expect(invoice.totals).toMatchObject({ withoutTax: "309.99", tax: "58.90", withTax: "368.89" })
    expect(invoice.totals).toMatchObject({ payable: "368.88", rounding: "-0.01" })
    expect(broken(invoice)).toEqual([])
  })

  it("shows hidden contents of another rate as further lines of the package, by its name alone", () => {
    const lines = [
      line({ title: "Party set", unitPrice: "50.00" }),
      line({
        kind: "content",
        parent: 1,
        hidden: true,
        title: "Secret wine",
        taxRates: [{ code: null, name: "VAT", rate: "5.5" }],
      }),
    ]
    const invoice = toEInvoice(documentOf({ lines }))
    expect(invoice.lines.map(({ id, name, rate, netAmount }) => [id, name, rate, netAmount])).toEqual([
      ["1", "Party set", "20", "50.00"],
      ["1.1", "Party set", "5.5", "100.00"],
    ])
    expect(broken(invoice)).toEqual([])
  })

  it("knows zero rate, exemption and reverse charge", () => {
    const untaxed = (lines: InvoiceLineFacts[], vatNumber: string | null) =>
      toEInvoice(documentOf({ lines, buyer: { name: "Ada", vatNumber, email: null } })).taxes.map((tax) => tax.category)
    const zero = line({ taxRates: [{ code: "zero", name: "VAT", rate: 0 }] })
    expect(untaxed([line({ taxRates: [] })], "DE123456789")).toEqual(["AE"])
    expect(untaxed([line({ taxRates: [] })], null)).toEqual(["E"])
    expect(untaxed([zero], null)).toEqual(["Z"])
    expect(untaxed([zero], "FR99999999999")).toEqual(["Z"])
    const exempt = line({ taxRates: [{ code: "exempt", name: "VAT", rate: 0 }] })
    expect(untaxed([exempt], null)).toEqual(["E"])
    expect(untaxed([exempt], "DE123456789")).toEqual(["E"])
    expect(untaxed([line({ taxRates: [{ code: "reverse_charge", name: "VAT", rate: 0 }] })], "FR99999999999")).toEqual([
      "AE",
    ])
  })

  it("names what is missing, field by field", () => {
    expect(missingForEInvoice(documentOf())).toEqual([])
    const bare = documentOf({
      seller: { name: "Alpine Hosting" },
      buyer: { name: null, email: null },
      billingAddress: null,
    })
    expect(missingForEInvoice(bare).map(({ field, rule }) => `${rule} ${field}`)).toEqual([
      "BR-CO-26 seller.vat_number",
      "BR-09 seller.address.country_code",
      "BR-07 buyer.name",
      "BR-10 buyer.address",
    ])
    const twice = [
      { code: null, name: "GST", rate: 5 },
      { code: null, name: "PST", rate: 7 },
    ]
    expect(missingForEInvoice(documentOf({ lines: [line({ taxRates: twice })] }))).toEqual([
      { field: "lines.tax_rates", rule: "BR-CO-04" },
    ])
  })
})

/** For each rule, an invoice that breaks it. */
const sound = (): EInvoice => toEInvoice(documentOf())
const ofCategory = (category: string): EInvoice => {
  const codes: Record<string, string> = { Z: "zero", E: "exempt", AE: "reverse_charge", S: "vat" }
  const rate = category === "S" ? "20" : 0
  return toEInvoice(
    documentOf({
      lines: [line({ taxRates: [{ code: codes[category] ?? null, name: "VAT", rate }] })],
      buyer: { name: "Ada", vatNumber: "FR99999999999", email: null },
    }),
  )
}
type Break = (invoice: EInvoice) => void
const first = <Item>(list: Item[]): Item => {
  const [item] = list
  if (item === undefined) {
    throw new Error("the sound invoice has one")
  }
  return item
}
const BROKEN: Record<string, Break> = {
  "BR-01": (one) => (one.specification = ""),
  "BR-02": (one) => (one.number = ""),
  "BR-03": (one) => (one.issuedOn = "28.02.2027"),
  "BR-04": (one) => (one.typeCode = ""),
  "BR-05": (one) => (one.currencyCode = ""),
  "BR-06": (one) => (one.seller.name = ""),
  "BR-07": (one) => (one.buyer.name = ""),
  "BR-08": (one) => (one.seller.address = null),
  "BR-09": (one) => one.seller.address && (one.seller.address.countryCode = ""),
  "BR-10": (one) => (one.buyer.address = null),
  "BR-11": (one) => one.buyer.address && (one.buyer.address.countryCode = "Germany"),
  "BR-12": (one) => (one.totals.lines = ""),
  "BR-13": (one) => (one.totals.withoutTax = ""),
  "BR-14": (one) => (one.totals.withTax = ""),
  "BR-15": (one) => (one.totals.payable = ""),
  "BR-16": (one) => (one.lines = []),
  "BR-21": (one) => (first(one.lines).id = ""),
  "BR-22": (one) => (first(one.lines).quantity = ""),
  "BR-23": (one) => (first(one.lines).unitCode = ""),
  "BR-24": (one) => (first(one.lines).netAmount = ""),
  "BR-25": (one) => (first(one.lines).name = ""),
  "BR-26": (one) => (first(one.lines).netPrice = ""),
  "BR-27": (one) => (first(one.lines).netPrice = "-1.00"),
  "BR-29": (one) => (one.period = { start: "2027-03-02", last: "2027-03-01" }),
  "BR-30": (one) => (first(one.lines).period = { start: "2027-03-02", last: "2027-03-01" }),
  "BR-42": (one) => first(one.lines).allowances.push({ amount: "1.00", reason: "" }),
  "BR-45": (one) => (first(one.taxes).base = ""),
  "BR-46": (one) => (first(one.taxes).amount = ""),
  "BR-47": (one) => (first(one.taxes).category = ""),
  "BR-48": (one) => (first(one.taxes).rate = null),
  "BR-CO-04": (one) => (first(one.lines).category = ""),
  "BR-CO-09": (one) => (one.buyer.vatNumber = "123"),
  "BR-CO-10": (one) => (one.totals.lines = "99.99"),
  "BR-CO-13": (one) => (one.totals.withoutTax = "99.99"),
  "BR-CO-14": (one) => (one.totals.tax = "20.01"),
  "BR-CO-15": (one) => (one.totals.withTax = "120.01"),
  "BR-CO-16": (one) => (one.totals.payable = "120.01"),
  "BR-CO-17": (one) => (first(one.taxes).amount = "20.02"),
  "BR-CO-18": (one) => (one.taxes = []),
  "BR-CO-25": (one) => (one.dueOn = null),
  "BR-CO-26": (one) => (one.seller.vatNumber = null),
  "BR-CL-18": (one) => (first(one.lines).category = "X"),
  "BR-S-01": (one) => (first(one.lines).rate = "19"),
  "BR-S-02": (one) => (one.seller.vatNumber = null),
  "BR-S-05": (one) => (first(one.lines).rate = "0"),
  "BR-S-08": (one) => (first(one.taxes).base = "100.01"),
  "BR-S-09": (one) => (first(one.taxes).amount = "20.02"),
  "BR-S-10": (one) => (first(one.taxes).exemptionReason = "Because"),
  ...Object.fromEntries(
    ["Z", "E", "AE"].flatMap((code): [string, Break][] => [
      [`BR-${code}-01`, (one) => (one.taxes = [])],
      [`BR-${code}-02`, (one) => (code === "AE" ? (one.buyer.vatNumber = null) : (one.seller.vatNumber = null))],
      [`BR-${code}-05`, (one) => (first(one.lines).rate = "20")],
      [`BR-${code}-08`, (one) => (first(one.taxes).base = "1.00")],
      [`BR-${code}-09`, (one) => (first(one.taxes).amount = "0.01")],
      [`BR-${code}-10`, (one) => (first(one.taxes).exemptionReason = code === "Z" ? "Because" : null)],
    ]),
  ),
}

describe("each rule of EN 16931 that is checked", () => {
  it("is broken by a case here", () => {
    expect(Object.keys(BROKEN).sort()).toEqual(E_INVOICE_CHECKS.map(({ rule }) => rule).sort())
  })

  it.each(Object.entries(BROKEN))("%s fails on an invoice that breaks it, and on no sound one", (rule, breakIt) => {
    const [, category] = /^BR-(S|Z|E|AE)-/.exec(rule) ?? []
    const invoice = category ? ofCategory(category) : sound()
    const check = E_INVOICE_CHECKS.find((one) => one.rule === rule)
    expect(check?.holds(invoice)).toBe(true)
    expect(broken(invoice)).toEqual([])
    breakIt(invoice)
    expect(check?.holds(invoice)).toBe(false)
    expect(broken(invoice).length).toBeGreaterThan(0)
  })

  it("counts in the currency's minor unit", () => {
    const tax = { base: "1000", amount: "81", category: "S", rate: "8.05", exemptionReason: null }
    expect(isTaxOfBase(tax, { currencyCode: "JPY" }, 1)).toBe(true)
    expect(isTaxOfBase({ ...tax, amount: "82.5" }, { currencyCode: "JPY" }, 1)).toBe(false)
    expect(compare("81", "80.5")).toBe(1)
  })
})
