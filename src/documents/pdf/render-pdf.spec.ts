import { createHash } from "node:crypto"
import { inflateSync } from "node:zlib"
import { readPdf, textOf } from "../../../integration-tests/support/pdf/read-pdf"
import type { InvoiceFacts } from "../../rules/billing"
import { line, sampleDocument } from "../__tests__/sample-documents"
import { STANDARD_LOOK, type DocumentSettings } from "../document-settings"
import { MissingGlyphs } from "../fonts/missing-glyphs"
import { renderPdf, type EmbeddedXml } from "./render-pdf"

const settings: DocumentSettings = { look: STANDARD_LOOK, fonts: {}, bankAccounts: {} }
const CHF: Partial<InvoiceFacts> = {
  currencyCode: "chf",
  billingAddress: {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "Weg 1a",
    postal_code: "3000",
    city: "Bern",
    country_code: "ch",
  },
}

const render = (changes: Partial<InvoiceFacts> = {}, more: Partial<DocumentSettings> = {}, xml?: EmbeddedXml) =>
  renderPdf({
    invoices: [{ document: sampleDocument(changes), payment: { isPaid: false } }],
    settings: { ...settings, ...more },
    ...(xml ? { xml } : {}),
  })

const textIn = async (changes: Partial<InvoiceFacts>, more: Partial<DocumentSettings> = {}) =>
  textOf(readPdf(await render(changes, more)))

const named = (name: string, street = "Am Markt 1") => ({
  buyer: { name, company: null, vatNumber: null, email: null },
  billingAddress: { address_1: street, postal_code: "10115", city: "Berlin", country_code: "de" },
})

describe("the text of a document", () => {
  it("BI11: a Vietnamese address is drawn, and copies as text", async () => {
    const street = "33 Đường Nguyễn Hữu Thọ, Quận 7"
    expect(await textIn(named("Nguyễn Thị Phương", street))).toContain(street)
    // The same letters from marks that stand alone.
    expect(await textIn(named("Nguyễn".normalize("NFD"), street.normalize("NFD")))).toContain(street)
  })

  it("C24: names the customer's own number of the order beside the store's", async () => {
    const order = { id: "order_1", displayId: 1042, purchaseOrderNumber: "PO 4711" }
    expect(await textIn({ order })).toMatch(/Purchase order\s*PO 4711/)
    expect(await textIn({ order, locale: "fr" })).toMatch(/Votre commande\s*PO 4711/)
    expect(await textIn({})).not.toContain("Purchase order")
  })

  it("D25: a customer's own percentage, which has no name of its own, is named in the document's language", async () => {
    const lines = [line({ discounts: [{ name: "Personal discount", amount: "15.00", isTaxInclusive: false }] })]
    expect(await textIn({ lines })).toContain("Personal discount")
    expect(await textIn({ lines, locale: "fr" })).toMatch(/Remise personnelle(?!.*Personal)/s)
  })

  const NAMES = ["Łukasz Żółćiński", "Ελένη Παπαδοπούλου", "Дмитрий Щёкин", "Gülşah Öztürk", "Ağaoğlu ﬁnance"]
  const TO_THE_LEFT = ["שלום כהן", "محمد علي", "דוד 12 כהן"]

  it("has names of many scripts in it, also those that run to the left", async () => {
    const invoices = [...NAMES, ...TO_THE_LEFT].map((name) => ({
      document: sampleDocument(named(name)),
      payment: { isPaid: false },
    }))
    const { pages } = readPdf(await renderPdf({ invoices, settings }))
    const texts = pages.map(({ text }) => text.normalize("NFKC"))
    NAMES.forEach((name, index) => expect(texts[index]).toContain(name.normalize("NFKC")))
    TO_THE_LEFT.forEach((name, index) =>
      name.split(" ").forEach((word) => expect(texts[NAMES.length + index]).toContain(word)),
    )
  })

  it("has the letters that it was drawn with, whatever was drawn by the same fonts before", async () => {
    // Its letter is a part of the one of the second.
    await render(named("Đặng"))
    expect(await textIn(named("Ðorđe Þór"))).toContain("Ðorđe Þór")
  })

  it("is refused with the letters that no font has, and with what to do", async () => {
    await expect(render(named("王小明"))).rejects.toThrow(MissingGlyphs)
    await expect(render(named("王小明"))).rejects.toThrow(
      'The documents\' fonts lack 王 (U+738B), 小 (U+5C0F), 明 (U+660E) of "王小明": name a font file that has it in the option billing.documents.fonts.fallback',
    )
  })

  it("takes what the main font lacks from a fallback font, letter by letter", async () => {
    const main = { regular: require.resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf") }
    const pdf = await render(named("Ada Ⴀ Lovelace"), { fonts: { main } })
    const read = readPdf(pdf)
    expect(textOf(read)).toContain("Ada Ⴀ Lovelace")
    const fonts = [...pdf.toString("latin1").matchAll(/\/FontName \/\w{6}\+([\w-]+)/g)].map(([, name]) => name)
    expect(new Set(fonts)).toEqual(new Set(["LiberationSans", "DejaVuSans"]))
  })

  it("names the font file that can't be read", async () => {
    await expect(render({}, { fonts: { fallback: [{ regular: "/nowhere/font.ttf" }] } })).rejects.toThrow(
      /The font \/nowhere\/font\.ttf of billing\.documents\.fonts can't be read/,
    )
  })

  it("leaves a picture out that is no letter, and what has no shape", async () => {
    expect(await textIn({ lines: [line({ title: "Party 🎉\u200b\ufe0f pack\u0007" })] })).toContain("Party pack")
  })

  it("stands in the customer's language, French with its own signs", async () => {
    const text = await textIn({ locale: "fr-FR", lines: [line({ unitPrice: "1234.50" })] })
    for (const part of [
      "Facture",
      "28 févr. – 30 mars 2027",
      "1\u202f234,50",
      "8,1\u202f%",
      "À payer au plus tard le 30 mars 2027.",
    ]) {
      expect(text.replace(/\s/g, " ")).toContain(part.replace(/\s/g, " "))
    }
  })

  it("P3, P13: shows a package with its contents, and never a hidden one, whose money is in the package's line", async () => {
    const text = await textIn({
      lines: [
        line({ title: "Party set", unitPrice: "50.00", period: null }),
        line({ kind: "content", parent: 1, title: "Tent", unitPrice: "0.00", period: null }),
        line({ kind: "content", parent: 1, hidden: true, title: "Secret wine", unitPrice: "25.00", period: null }),
        line({ kind: "setup_fee", parent: 1, title: "Delivery set-up", unitPrice: "9.00", period: null }),
      ],
    })
    expect(text).toContain("Party set 1 75.00 8.1% 75.00 Tent 1 Delivery set-up Set-up fee 1 9.00 8.1% 9.00")
    expect(text).not.toContain("Secret")
  })

  it("names each discount, the taxes by rate, credits and the rounding", async () => {
    const text = await textIn({
      lines: [
        line({ discounts: [{ name: "Summer sale", amount: "10.00", isTaxInclusive: false }] }),
        line({ title: "Book", unitPrice: "10.00", taxRates: [{ code: null, name: "VAT", rate: "2.6" }] }),
      ],
      credits: [{ name: "Gift card", amount: "5.00" }],
      payable: "102.54",
    })
    for (const part of [
      "Summer sale",
      "\u221210.00",
      "VAT 8.1% 90.00 7.29",
      "VAT 2.6% 10.00 0.26",
      "Gift card \u22125.00",
      "Rounding",
      "102.54",
    ]) {
      expect(text).toContain(part)
    }
  })

  it("says reverse charge with both VAT numbers, and what a credit note corrects", async () => {
    const reverse = await textIn({
      seller: { name: "Alpine", country_code: "fr", vat_number: "FR12345678901" },
      buyer: { name: null, company: "ACME GmbH", vatNumber: "DE123456789", email: null },
      lines: [line({ taxRates: [] })],
    })
    expect(reverse).toContain("the customer is liable for the tax. VAT number of the supplier: FR12345678901.")
    expect(reverse).toContain("VAT number of the customer: DE123456789.")
    const credit = await textIn({ kind: "credit_note", number: "CN-000007", correctsNumber: "INV-000042" })
    expect(credit).toContain("Credit note CN-000007")
    expect(credit).toContain("This credit note corrects invoice INV-000042.")
    expect(credit).not.toContain("Due date")
  })

  it("says how it is paid, as it stood at issue", async () => {
    expect(await textIn({ collectionMethod: "charge_automatically" })).toContain(
      "Your saved payment method is charged on 30 Mar 2027.",
    )
    expect(await textIn({ lines: [line({ unitPrice: "0.00" })] })).toContain("Nothing is to be paid.")
    const document = sampleDocument({ collectionMethod: null })
    const paid = await renderPdf({ invoices: [{ document, payment: { isPaid: true } }], settings })
    expect(textOf(readPdf(paid))).toContain("Paid with the order.")
  })
})

describe("the pages of a document", () => {
  it("carry their sums from page to page, and number themselves", async () => {
    const lines = Array.from({ length: 70 }, (_, index) => line({ title: `Hosting ${index}`, unitPrice: "10.00" }))
    const { pages } = readPdf(await render({ lines }))
    const texts = pages.map(({ text }) => text.replace(/\s+/g, " "))
    expect(texts.length).toBeGreaterThan(2)
    const carried = texts.map((text) => /Carried forward ([\d,.]+)/.exec(text)?.[1])
    const brought = texts.map((text) => /Brought forward ([\d,.]+)/.exec(text)?.[1])
    expect(carried.slice(0, -1)).toEqual(brought.slice(1))
    expect(carried.slice(0, -1).every(Boolean)).toBe(true)
    texts.forEach((text, index) => {
      expect(text).toContain(`Page ${index + 1} of ${texts.length}`)
      const sum = [...text.matchAll(/Hosting \d+ /g)].length * 10
      const before = Number((brought[index] ?? "0").replace(",", ""))
      expect(Number((carried[index] ?? "700").replace(",", ""))).toBe(before + sum)
    })
    expect(texts[texts.length - 1]).toContain("Amount due (EUR) 756.70")
  })

  it("hold a line that is longer than a page", async () => {
    const description = Array.from({ length: 900 }, (_, index) => `word${index}`).join(" ")
    const { pages } = readPdf(await render({ lines: [line({ description })] }))
    const text = pages.map((page) => page.text).join(" ")
    expect(pages.length).toBeGreaterThan(1)
    expect(text).toContain("word0")
    expect(text).toContain("word899")
  })

  it("have a QR-bill in CHF, with the reference and the amount, and none where nothing is transferred", async () => {
    const bankAccounts = { chf: { iban: "CH44 3199 9123 0008 8901 2" } }
    const text = await textIn({ ...CHF, locale: "fr" }, { bankAccounts })
    for (const part of ["Section paiement", "CH44 3199 9123 0008 8901 2", "CHF", "108.10", "Ada Lovelace"]) {
      expect(text).toContain(part)
    }
    expect(text).toMatch(/00 00000 00000 00182 33100 00422/)
    expect(await textIn({ ...CHF, collectionMethod: "charge_automatically" }, { bankAccounts })).not.toContain(
      "Payment part",
    )
    expect(await textIn({ ...CHF, ...named("王".replace("王", "Nguyễn")) }, { bankAccounts })).toContain(
      "Payable by (name/address)",
    )
  })
})

describe("the file", () => {
  const xml: EmbeddedXml = {
    fileName: "factur-x.xml",
    level: "EN 16931",
    description: "Factur-X invoice",
    data: Buffer.from("<a>Nguyễn</a>"),
  }

  it("is the same bytes again, whatever was drawn in between", async () => {
    const before = await render({}, {}, xml)
    await render(named("Ελένη ﬁ ﷺ"))
    expect((await render({}, {}, xml)).equals(before)).toBe(true)
  })

  it("is a PDF/A-3b by its structure, tagged, in its language, with the XML in it byte for byte", async () => {
    const file = await render(
      { locale: "fr", ...CHF },
      { bankAccounts: { chf: { iban: "CH9300762011623852957" } } },
      xml,
    )
    const read = readPdf(file)
    expect(read.xmp).toContain("<pdfaid:part>3</pdfaid:part>")
    expect(read.xmp).toContain("<pdfaid:conformance>B</pdfaid:conformance>")
    expect(read.xmp).toContain("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>")
    expect(read.attachments).toEqual([
      { filename: "factur-x.xml", sha256: createHash("sha256").update(xml.data).digest("hex") },
    ])
    expect(read.marked?.Marked).toBe(true)
    expect(read.info.Language).toBe("fr")
    for (const tag of ["H1", "Table", "TR", "TH", "TD", "P", "Figure"]) {
      expect(read.pages[0]?.structure).toContain(tag)
    }
    const plain = file.toString("latin1")
    expect(plain).toMatch(/\/OutputIntents \[/)
    expect(plain).toMatch(/\/AFRelationship \/Alternative/)
    expect(plain).not.toMatch(/\/Encrypt|\/JavaScript|\/Launch/)
    const fonts = [...plain.matchAll(/\/Type \/Font\b[^]*?endobj/g)].map(([object]) => object)
    const outer = fonts.filter((object) => object.includes("/Type0"))
    expect(outer.length).toBeGreaterThan(1)
    expect(outer.every((object) => object.includes("/ToUnicode"))).toBe(true)
    expect(fonts.every((object) => !/\/BaseFont \/(Helvetica|Times|Courier)/.test(object))).toBe(true)
    const descriptors = [...plain.matchAll(/\/Type \/FontDescriptor[^]*?endobj/g)].map(([object]) => object)
    expect(descriptors).toHaveLength(outer.length)
    expect(descriptors.every((object) => object.includes("/FontFile2"))).toBe(true)
  })

  it("has well-formed metadata, whatever the number and the seller are called", async () => {
    const read = readPdf(await render({ number: "A&B<1>", seller: { name: "Foo & <Bar>" } }))
    expect(read.xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/)
    expect(textOf(read)).toContain("Foo & <Bar>")
  })

  it("draws nothing outside of marked content", async () => {
    const file = await render({}, {}, xml)
    const streams = [...file.toString("latin1").matchAll(/\/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)]
    const contents = streams.flatMap(([, packed = ""]) => {
      try {
        return [inflateSync(Buffer.from(packed, "latin1")).toString("latin1")]
      } catch {
        return []
      }
    })
    const page = contents.find((content) => content.includes("BDC")) ?? ""
    const outside = page.replace(/\/\w+ <<[^>]*>> BDC[^]*?EMC/g, "")
    expect(outside).not.toMatch(/\bTJ\b|\bTj\b/)
  })
})
