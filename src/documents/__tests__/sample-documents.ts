import { invoiceDocument, type InvoiceDocument, type InvoiceFacts, type InvoiceLineFacts } from "../../rules/billing"

/** A line as an order has it; a test names what it is about. */
export const line = (facts: Partial<InvoiceLineFacts> = {}): InvoiceLineFacts => ({
  kind: "product",
  title: "Hosting M",
  description: null,
  period: { start: "2027-02-28", end: "2027-03-31" },
  quantity: 1,
  unitPrice: "100.00",
  isTaxInclusive: false,
  discounts: [],
  taxRates: [{ code: "vat", name: "VAT", rate: "8.1" }],
  ...facts,
})

const facts: InvoiceFacts = {
  number: "INV-000042",
  kind: "invoice",
  locale: "en",
  currencyCode: "eur",
  issuedOn: "2027-02-28",
  dueOn: "2027-03-30",
  collectionMethod: "send_invoice",
  order: { id: "order_1", displayId: 1042 },
  subscriptionId: "bsub_1",
  seller: {
    name: "Alpine Hosting AG",
    address_1: "Seestrasse 12",
    postal_code: "8002",
    city: "Zürich",
    country_code: "ch",
    vat_number: "CHE-123.456.788 MWST",
    email: "billing@alpine-hosting.example",
  },
  buyer: { name: "Ada Lovelace", company: null, vatNumber: null, email: "ada@example.com" },
  billingAddress: {
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "12 St James’s Square",
    postal_code: "75001",
    city: "Paris",
    country_code: "fr",
  },
  shippingAddress: null,
  lines: [line()],
}

/** A stored document, made by the rule that makes them. */
export const sampleDocument = (changes: Partial<InvoiceFacts> = {}): InvoiceDocument =>
  invoiceDocument({ ...facts, ...changes })
