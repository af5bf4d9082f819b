import { renderPdf, STANDARD_LOOK, type DocumentSettings } from "../../src/documents"
import { invoiceDocument, type InvoiceDocument } from "../../src/rules/billing"
import { readInput, writeOutput } from "../support/child"
import { openPdfMake, pdfMakeInvoice } from "../support/pdfmake-invoice"

export interface DocumentsInput {
  rounds: number
  warmUp: number
}

const SETTINGS: DocumentSettings = { look: STANDARD_LOOK, fonts: {}, bankAccounts: {} }
/** Rows of an invoice of one page, of 10 and of 100. */
const ROWS = { one: 8, ten: 210, hundred: 2_190 }

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const pagesOf = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0

function invoiceOf(rows: number): InvoiceDocument {
  return invoiceDocument({
    number: "INV-000042",
    kind: "invoice",
    locale: "en",
    currencyCode: "eur",
    issuedOn: "2027-02-28",
    dueOn: "2027-03-30",
    collectionMethod: "send_invoice",
    order: { id: "order_1", displayId: 1042 },
    subscriptionId: null,
    seller: { name: "Alpine Hosting AG", address_1: "Seestrasse 12", city: "Zürich", vat_number: "CHE-123.456.788" },
    buyer: { name: "Łukasz Nguyễn", email: "lukasz@example.com" },
    billingAddress: { address_1: "33 Đường Nguyễn Hữu Thọ", city: "Łódź", country_code: "pl" },
    shippingAddress: null,
    lines: Array.from({ length: rows }, (_, index) => ({
      kind: "product" as const,
      title: `Hosting ${index} for example-${(index * 7919) % 10_007}.example`,
      description: null,
      period: { start: "2027-02-28", end: "2027-03-31" },
      quantity: (index % 9) + 1,
      unitPrice: `${(index * 37) % 900}.${String((index * 13) % 100).padStart(2, "0")}`,
      isTaxInclusive: false,
      discounts: [],
      taxRates: [{ code: "vat", name: "VAT", rate: index % 3 ? "8.1" : "2.6" }],
    })),
  })
}

/** Both by turns, so that the machine's load hits them alike; the median of each, for a page, in milliseconds. */
async function beside(rows: number, { rounds, warmUp }: DocumentsInput) {
  const document = invoiceOf(rows)
  const pdfmake = openPdfMake()
  const ours = () => renderPdf({ invoices: [{ document, payment: { isPaid: false } }], settings: SETTINGS })
  const theirs = () => pdfmake.createPdf(pdfMakeInvoice(document)).getBuffer()
  const pages = { ours: pagesOf(await ours()), theirs: pagesOf(await theirs()) }
  // The time is for each page: a different number of them would compare other pages.
  if (Math.abs(pages.ours - pages.theirs) > Math.max(1, pages.ours * 0.1)) {
    throw new Error(`ours has ${pages.ours} pages, pdfmake's ${pages.theirs}: they are not the same invoice`)
  }
  const samples: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, work] of [
      ["ours", ours],
      ["theirs", theirs],
    ] as const) {
      const begun = performance.now()
      await work()
      if (round >= 0) {
        samples[name].push((performance.now() - begun) / pages[name])
      }
    }
  }
  return { ours: median(samples.ours), reference: median(samples.theirs), samples: rounds }
}

export default async function documents(): Promise<void> {
  const input = readInput<DocumentsInput>()
  const few = { rounds: Math.max(3, Math.ceil(input.rounds / 4)), warmUp: 1 }
  writeOutput({
    one: await beside(ROWS.one, input),
    ten: await beside(ROWS.ten, few),
    hundred: await beside(ROWS.hundred, few),
  })
}
