import fc from "fast-check"
import { checkEInvoice, toEInvoice, type InvoiceFacts } from "../../rules/billing"
import { line, sampleDocument } from "../__tests__/sample-documents"
import { documentFormat } from "./document-formats"
import { BrokenEInvoice } from "./broken-e-invoice"
import { facturX } from "./factur-x"
import { EInvoiceLibraryMissing, loadEInvoiceLibrary } from "./load-library"
import { parseXml } from "./parse-xml"
import { readCii } from "./read-cii"

const french: Partial<InvoiceFacts> = {
  seller: {
    name: "Alpine <Hosting> & Co",
    address_1: "1 rue de la Paix",
    postal_code: "75002",
    city: "Paris",
    country_code: "fr",
    vat_number: "FR12345678901",
    email: "billing@example.com",
  },
}

const account = { iban: "FR1420041010050500013M02606", reference: "RF18539007547034" }

describe("Factur-X", () => {
  it("says in its file what the stored document says", async () => {
    const document = sampleDocument({
      ...french,
      order: { id: "order_1", displayId: 1042, purchaseOrderNumber: "PO <7> & Co" },
      lines: [
        line({ discounts: [{ name: "Été & hiver", amount: "10.00", isTaxInclusive: false }] }),
        line({ title: "Nguyễn", quantity: 3, unitPrice: "10.00", isTaxInclusive: true, period: null }),
        line({ title: "Food", taxRates: [{ code: null, name: "VAT", rate: "2.6" }] }),
      ],
    })
    const read = readCii(await facturX.toXml(document, account))
    expect(read).toEqual(toEInvoice(document, account))
    expect(read.purchaseOrderNumber).toBe("PO <7> & Co")
    expect(checkEInvoice(read)).toEqual([])
  })

  it("names the invoice that a credit note corrects", async () => {
    const document = sampleDocument({ ...french, kind: "credit_note", number: "CN-1", correctsNumber: "INV-<7>" })
    const read = readCii(await facturX.toXml(document, null))
    expect(read).toMatchObject({ typeCode: "381", precedingNumber: "INV-<7>", payment: null })
  })

  it("says reverse charge, with both VAT numbers", async () => {
    const document = sampleDocument({
      ...french,
      buyer: { name: null, company: "ACME", vatNumber: "DE 123 456 789", email: null },
      lines: [line({ taxRates: [] })],
    })
    const read = readCii(await facturX.toXml(document, null))
    expect(read.taxes).toEqual([
      { base: "100.00", amount: "0.00", category: "AE", rate: "0", exemptionReason: "Reverse charge" },
    ])
    expect([read.seller.vatNumber, read.buyer.vatNumber]).toEqual(["FR12345678901", "DE123456789"])
  })

  it("keeps to the document, whatever its lines are", async () => {
    const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2))
    const anyLine = fc
      .record({ unitPrice: price, quantity: fc.integer({ min: 1, max: 9 }), rate: fc.constantFrom("20", "5.5", "0") })
      .map(({ rate, ...facts }) => line({ ...facts, taxRates: [{ code: null, name: "VAT", rate }] }))
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 1, maxLength: 4 }), async (lines) => {
        const document = sampleDocument({ ...french, lines })
        expect(readCii(await facturX.toXml(document, null))).toEqual(toEInvoice(document))
      }),
      { numRuns: 15 },
    )
  })

  it("makes no file of a document that lacks something, and says what", async () => {
    const document = sampleDocument({ ...french, billingAddress: null })
    expect(facturX.missing(document)).toEqual([{ field: "buyer.address", rule: "BR-10" }])
    await expect(facturX.toXml(document, null)).rejects.toThrow("INV-000042 lacks buyer.address (BR-10)")
  })

  it("refuses in words what the library's lists do not know", async () => {
    const document = sampleDocument({
      ...french,
      billingAddress: { address_1: "Nowhere 1", postal_code: "1", city: "Nowhere", country_code: "xx" },
    })
    expect(facturX.missing(document)).toEqual([])
    const made = facturX.toXml(document, null)
    await expect(made).rejects.toThrow(BrokenEInvoice)
    await expect(made).rejects.toThrow("the e-invoice of INV-000042 could not be written")
  })

  it("says which package is missing where the optional one is not installed", () => {
    const missing = () => {
      throw Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" })
    }
    expect(() => loadEInvoiceLibrary(missing)).toThrow(EInvoiceLibraryMissing)
    expect(() => loadEInvoiceLibrary(missing)).toThrow("npm install @e-invoice-eu/core")
  })

  it("is found by the option's name", () => {
    expect(documentFormat("factur-x")).toBe(facturX)
    expect(() => documentFormat("zugferd-1")).toThrow(/it takes "none" or one of factur-x/)
  })
})

describe("the check of a broken file", () => {
  it("finds what was changed in it", async () => {
    const xml = await facturX.toXml(sampleDocument(french), null)
    const rulesOf = (changed: string) => checkEInvoice(readCii(changed)).map(({ rule }) => rule)
    expect(rulesOf(xml.replace("<ram:GrandTotalAmount>108.10", "<ram:GrandTotalAmount>108.11"))).toEqual([
      "BR-CO-15",
      "BR-CO-16",
    ])
    expect(rulesOf(xml.replace(/<ram:CountryID>FR<\/ram:CountryID>/g, ""))).toEqual(["BR-09", "BR-11"])
    expect(rulesOf(xml.replace("<ram:ID>INV-000042</ram:ID>", "<ram:ID> </ram:ID>"))).toEqual(["BR-02"])
    expect(rulesOf(xml.replace("<ram:RateApplicablePercent>8.1", "<ram:RateApplicablePercent>7.7"))).toEqual([
      "BR-S-01",
      "BR-S-08",
    ])
  })

  it("is no file of data with a DTD, an unclosed element, or two roots", () => {
    for (const bad of ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a><b></a>", "<a/><b/>", "a", "", "<a></a></a>"]) {
      expect(() => parseXml(bad)).toThrow(SyntaxError)
    }
    expect(parseXml("<?xml version='1.0'?><!-- x --><a b='1 &gt; 0'>&#x1F600;&lt;</a>")).toEqual({
      name: "a",
      attributes: { b: "1 > 0" },
      children: [],
      text: "😀<",
    })
  })
})
