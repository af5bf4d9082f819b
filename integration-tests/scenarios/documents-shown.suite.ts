import { mkdtempSync, readdirSync, rmSync, statSync } from "fs"
import { tmpdir } from "os"
import { join } from "path"
import { MARGIN, PAGE } from "../../src/documents/pdf/page-format"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { CartClient } from "../support/cart-client"
import { createCustomer, type TestCustomer } from "../support/create-customer"
import { createWorld, type World } from "../support/create-world"
import { giveArticle, givePackage, type Sold } from "../support/give-package"
import { readPdf, type ReadPdf } from "../support/pdf/read-pdf"
import { refusalOf } from "../support/refusal-of"
import { storeSuite } from "../support/store-suite"
import { testAddress, type Country } from "../support/test-address"

const DEMO = "pp_demo_demo"
/** A QR-IBAN of the Swiss implementation guidelines. */
const QR_IBAN = "CH44 3199 9123 0008 8901 2"
/** `DOCUMENT_PICTURES=folder` keeps the pictures, to be looked at. */
const KEPT = process.env.DOCUMENT_PICTURES
/** Letters may lean a little over their box. */
const LEAN = 1.5

interface Bought {
  country?: Country
  locale?: string
  items: { variant_id: string; quantity: number; metadata?: Record<string, unknown> }[]
  address?: Record<string, string>
  providerId?: string
}

/** What customers see: files that the store has made of real orders, as pictures and as the text that is copied out of them. */
export const documentsShownSuite = storeSuite(__filename, (store) => {
  let world: World
  let clara: TestCustomer
  let chair: Sold
  let party: Sold
  let folder: string
  const billing = () => store.container().resolve<BillingModuleService>(BILLING_MODULE)

  beforeAll(async () => {
    folder = KEPT ?? mkdtempSync(join(tmpdir(), "documents-shown-"))
    world = await createWorld(store)
    const container = store.container()
    const of = { salesChannelId: world.salesChannelId, prices: { eur: 10, chf: 11 } }
    clara = await createCustomer(container, { email: "clara@test.example", ...world })
    chair = await giveArticle(container, { ...of, title: "Klappstuhl « Été » – Ø 40 cm" })
    const wine = await giveArticle(container, { ...of, title: "Secret wine" })
    party = await givePackage(container, {
      ...of,
      title: "Party",
      pricing: "flat",
      entries: [
        { ...chair, quantity: 8 },
        { ...wine, isHidden: true },
      ],
    })
  })

  beforeEach(() => {
    billing().options.documents.bankAccounts = { chf: { iban: QR_IBAN }, eur: { iban: "CH93 0076 2011 6238 5295 7" } }
  })

  afterEach(() => {
    billing().options.documents.bankAccounts = {}
  })

  afterAll(() => {
    if (!KEPT) {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  const buy = async ({ country = "de", locale, items, address, providerId = DEMO }: Bought): Promise<string> => {
    const shopping = new CartClient(store, world, clara.headers)
    const billing_address = { ...testAddress(country), ...address }
    const cart = await shopping.create(country, { items, billing_address, ...(locale ? { locale } : {}) })
    const order = await shopping.complete(cart.id, providerId)
    const [invoice] = await billing().listInvoices({ order_id: order.id })
    return invoice?.id ?? ""
  }

  /** The file as its customer downloads it, made a picture; each page has something on it, and nothing beyond its margins. */
  const see = async (id: string, name: string): Promise<ReadPdf & { text: string }> => {
    const { data } = await store.api.get<ArrayBuffer>(`/store/customers/me/invoices/${id}/documents/pdf`, {
      headers: clara.headers,
      responseType: "arraybuffer",
    })
    const pictures = join(folder, name)
    const read = readPdf(Buffer.from(data), pictures)
    const drawn = readdirSync(pictures)
    expect(drawn).toHaveLength(read.pages.length)
    expect(drawn.every((file) => statSync(join(pictures, file)).size > 5_000)).toBe(true)
    read.pages.forEach(({ ink, text }) => {
      const hasQrBill = /Payment part|Section paiement/.test(text)
      expect(ink?.top).toBeGreaterThan(MARGIN.top - LEAN)
      expect(ink?.left).toBeGreaterThanOrEqual(hasQrBill ? 0 : MARGIN.left - LEAN)
      expect(ink?.right).toBeLessThan(hasQrBill ? PAGE.width : PAGE.width - MARGIN.right + LEAN)
      expect(ink?.bottom).toBeLessThan(PAGE.height)
    })
    const text = read.pages.map((page) => page.text.replace(/\s+/g, " ")).join(" ")
    return { ...read, text }
  }

  const PEOPLE: Record<string, Record<string, string>> = {
    French: {
      first_name: "Éloïse",
      last_name: "Lefèvre-Œuvray",
      address_1: "3, rue de l’Abbé-Grégoire",
      city: "Saint-Étienne",
      postal_code: "42000",
      country_code: "fr",
    },
    Polish: {
      first_name: "Łukasz",
      last_name: "Żółć-Gęślański",
      company: "Zażółć Gęślą Jaźń Sp. z o.o.",
      address_1: "ul. Świętokrzyska 31/33a m. 5",
      city: "Łódź",
      postal_code: "00-001",
      country_code: "pl",
    },
    Greek: {
      first_name: "Ελένη",
      last_name: "Παπαδοπούλου",
      address_1: "Οδός Ερμού 5",
      city: "Αθήνα",
      postal_code: "105 63",
      country_code: "gr",
    },
    Vietnamese: {
      first_name: "Nguyễn",
      last_name: "Thị Phượng",
      address_1: "33 Đường Nguyễn Hữu Thọ, Quận 7",
      city: "Thành phố Hồ Chí Minh",
      postal_code: "700000",
      country_code: "vn",
    },
  }

  it.each(Object.entries(PEOPLE))(
    "BI11, B52: %s names are drawn, and copied out as they were typed",
    async (who, address) => {
      const items = [{ variant_id: chair.variantId, quantity: 2 }]
      const id = await buy({ items, address, locale: who === "French" ? "fr" : "en" })
      const { text, pages } = await see(id, who.toLowerCase())
      expect(pages).toHaveLength(1)
      const { first_name, last_name, company, address_1, postal_code, city } = address
      for (const part of [`${first_name} ${last_name}`, company, address_1, `${postal_code} ${city}`]) {
        expect(text).toContain(part ?? "")
      }
      expect(text).toContain("Klappstuhl « Été » – Ø 40 cm")
      expect(text).toContain(who === "French" ? "Payé à la commande." : "Paid with the order.")
    },
  )

  it("BI11: a name in letters that no font has is refused by those letters, and nothing is stored", async () => {
    const address = { first_name: "小明", last_name: "王" }
    const id = await buy({ items: [{ variant_id: chair.variantId, quantity: 1 }], address })
    const path = `/store/customers/me/invoices/${id}/documents/pdf`
    const { status, message } = await refusalOf(store.api.get(path, { headers: clara.headers }))
    expect([status, message]).toEqual([400, expect.stringContaining("document: The documents' fonts lack 小 (U+5C0F)")])
    expect(message).toContain("billing.documents.fonts.fallback")
    expect(await store.knex()("billing_document")).toEqual([])
    expect(await store.knex()("billing_document_upload")).toEqual([])
  })

  it("B52: three pages carry their sums, and the last one has lines above its totals", async () => {
    const items = Array.from({ length: 50 }, (_, number) => ({
      variant_id: chair.variantId,
      quantity: 1,
      metadata: { number },
    }))
    const { pages, text } = await see(await buy({ items }), "three-pages")
    const texts = pages.map((page) => page.text.replace(/\s+/g, " "))
    expect(texts).toHaveLength(3)
    const counted = texts.map((page) => page.match(/Klappstuhl/g)?.length ?? 0)
    expect(counted.every((count) => count > 0)).toBe(true)
    const [first = 0, second = 0, third = 0] = counted
    expect(first + second + third).toBe(50)
    expect(texts[0]).toContain(`Carried forward ${first}0.00`)
    expect(texts[1]).toContain(`Brought forward ${first}0.00`)
    expect(texts[1]).toContain(`Carried forward ${first + second}0.00`)
    expect(texts[2]).toContain(`Brought forward ${first + second}0.00`)
    expect(texts[2]).toContain("Amount due (EUR) 595.00")
    expect(text).toContain("Page 3 of 3")
  })

  it("B51: a credit note names its invoice and what is given back, in the customer's language", async () => {
    const id = await buy({ items: [{ variant_id: chair.variantId, quantity: 2 }], locale: "fr" })
    const credit = { amount: "11.90", reason: "arrived broken" }
    const { data } = await store.api.post(`/admin/billing/invoices/${id}/credit`, credit, world.adminHeaders)
    await store.settled()
    const [note] = data.invoice.credit_notes
    const { text } = await see(note.id, "credit-note")
    for (const part of [
      `Avoir ${note.number}`,
      `Cet avoir rectifie la facture ${data.invoice.number}.`,
      "Montant crédité (EUR) 11,90",
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain("Échéance")
  })

  it("B52: what is paid by a transfer in francs has a QR-bill with the reference that the text names", async () => {
    const address = { city: "Zürich", postal_code: "8004", address_1: "Langstrasse 12b" }
    const items = [{ variant_id: chair.variantId, quantity: 3 }]
    const bought = { country: "ch", locale: "fr", items, address, providerId: "pp_system_default" } as const
    const { text, pages } = await see(await buy({ ...bought, items }), "qr-bill")
    expect(pages).toHaveLength(1)
    for (const part of ["Section paiement", "Récépissé", "Clara Customer", "Langstrasse 12b", "8004 Zürich", QR_IBAN]) {
      expect(text).toContain(part)
    }
    const references = text.match(/\d{2}( \d{5}){5}/g) ?? []
    expect(references).toHaveLength(3)
    expect(new Set(references).size).toBe(1)
  })

  it("P3, P13: a package lists its contents, and never a hidden one", async () => {
    const { text } = await see(await buy({ items: [{ variant_id: party.variantId, quantity: 2 }] }), "package")
    expect(text).toContain("Party Standard 2 10.00 19% 20.00 Klappstuhl « Été » – Ø 40 cm Standard 16")
    expect(text).not.toContain("wine")
  })
})
