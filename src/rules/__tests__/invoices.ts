import fc from "fast-check"
import type { InvoiceFacts, InvoiceLineFacts } from "../billing"
import { minorUnits, multiply } from "../money"
import { amounts, decimalOf } from "./arbitraries"

export const line = (changes: Partial<InvoiceLineFacts> = {}): InvoiceLineFacts => ({
  kind: "product",
  title: "Hosting",
  description: null,
  period: null,
  quantity: 1,
  unitPrice: "9.00",
  isTaxInclusive: false,
  discounts: [],
  taxRates: [],
  ...changes,
})

export const invoice = (changes: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  number: "INV-000001",
  kind: "invoice",
  locale: "fr-CH",
  currencyCode: "eur",
  issuedOn: "2026-02-21",
  dueOn: "2026-02-28",
  collectionMethod: "send_invoice",
  order: { id: "order_1", displayId: 7 },
  subscriptionId: "bsub_1",
  seller: { name: "Example Ltd", address_1: "1 Main St", country_code: "ch", vat_number: "CHE-123.456.788" },
  buyer: { email: "ada@example.com" },
  billingAddress: { first_name: "Ada", last_name: "Lovelace", company: "", city: "London" },
  shippingAddress: null,
  lines: [line()],
  ...changes,
})

const TAXES = [
  [],
  [{ code: "low", name: "VAT low", rate: "2.6" }],
  [{ code: "vat", name: "VAT", rate: 9.2 }],
  [{ code: "vat", name: "VAT", rate: 20 }],
  [{ code: "zero", name: "VAT zero", rate: 0 }],
  [
    { code: "gst", name: "GST", rate: 5 },
    { code: "qst", name: "QST", rate: "9.975" },
  ],
]

const linesIn = (currency: string): fc.Arbitrary<InvoiceLineFacts> =>
  fc
    .record({
      kind: fc.constantFrom("product" as const, "setup_fee" as const, "shipping" as const),
      quantity: fc.integer({ min: 1, max: 9 }),
      unitPrice: amounts({ min: 0, max: 100_000, digits: minorUnits(currency) }),
      isTaxInclusive: fc.boolean(),
      taxRates: fc.constantFrom(...TAXES),
      /** In thousandths of the price; never more than it all together. */
      off: fc.array(fc.record({ share: fc.integer({ min: 0, max: 333 }), isTaxInclusive: fc.boolean() }), {
        maxLength: 3,
      }),
    })
    .map(({ off, ...facts }) => {
      const price = multiply(facts.unitPrice, facts.quantity)
      const discounts = off.map(({ share, isTaxInclusive }, index) => ({
        name: `Discount ${index}`,
        amount: multiply(price, decimalOf(share, 3)),
        isTaxInclusive: isTaxInclusive || facts.isTaxInclusive,
      }))
      return line({ ...facts, discounts })
    })

/** Invoices of mixed lines: fees, shipping, several rates, prices with and without tax in them, discounts. */
export const invoices: fc.Arbitrary<InvoiceFacts> = fc
  .constantFrom("eur", "jpy", "kwd")
  .chain((currency) =>
    fc.array(linesIn(currency), { maxLength: 6 }).map((lines) => invoice({ currencyCode: currency, lines })),
  )
