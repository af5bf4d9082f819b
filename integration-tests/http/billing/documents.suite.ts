import { Modules } from "@medusajs/framework/utils"
import { createHash } from "crypto"
import { BrokenEInvoice, registerDocumentFormat } from "../../../src/documents"
import { facturX } from "../../../src/documents/formats/factur-x"
import { readCii } from "../../../src/documents/formats/read-cii"
import { BILLING_MODULE, insertDocument, type BillingModuleService } from "../../../src/modules/billing"
import { checkEInvoice } from "../../../src/rules/billing"
import { deleteAbandonedFiles } from "../../../src/workflows/billing/documents/delete-abandoned-files"
import { makeInvoiceDocumentWorkflow } from "../../../src/workflows/billing/documents/make-invoice-document"
import { uploadFile } from "../../../src/workflows/billing/documents/upload-file"
import { createCustomer, type TestCustomer } from "../../support/create-customer"
import { createOfferedProduct } from "../../support/create-offered-product"
import { createWorld, type World } from "../../support/create-world"
import { readPdf, textOf } from "../../support/pdf/read-pdf"
import { placeOrder } from "../../support/place-order"
import { storeSuite } from "../../support/store-suite"

/** A picture of one dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

/** The files of invoices over HTTP: who gets them, that they are made once, and how they look. */
export const documentsSuite = storeSuite(__filename, (store) => {
  let world: World
  let ada: TestCustomer
  let eve: TestCustomer
  let invoiceId: string
  let subscriptionId: string

  beforeAll(async () => {
    world = await createWorld(store)
    const container = store.container()
    const hosting = await createOfferedProduct(container, {
      title: "Hosting",
      salesChannelId: world.salesChannelId,
      cycles: [{ name: "Monthly", interval: { unit: "month", count: 1 }, prices: { eur: 29.9 } }],
    })
    ada = await createCustomer(container, { email: "ada@test.example", ...world })
    eve = await createCustomer(container, { email: "eve@test.example", ...world })
    const items = [{ variant_id: hosting.variants.Monthly ?? "", quantity: 2 }]
    const order = await placeOrder(store, world, { items, headers: ada.headers, providerId: "pp_demo_demo" })
    const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
    const [invoice] = await billing.listInvoices({ order_id: order.id })
    const [subscription] = await billing.listSubscriptions({ order_id: order.id })
    invoiceId = invoice?.id ?? ""
    subscriptionId = subscription?.id ?? ""
  })

  type Headers = { headers: Record<string, string> }
  const admin = (): Headers => world.adminHeaders
  const download = async (path: string, { headers }: Headers) =>
    store.api.get<ArrayBuffer>(path, { headers, responseType: "arraybuffer", validateStatus: () => true })
  const ofAdmin = (format: string) => download(`/admin/billing/invoices/${invoiceId}/documents/${format}`, admin())
  const ofCustomer = (customer: TestCustomer, format = "pdf") =>
    download(`/store/customers/me/invoices/${invoiceId}/documents/${format}`, customer)
  const messageOf = ({ data }: { data: ArrayBuffer }): string =>
    (JSON.parse(Buffer.from(data).toString()) as { message: string }).message
  const rows = () => store.knex()("billing_document").where({ invoice_id: invoiceId })
  const hash = (data: ArrayBuffer) => createHash("sha256").update(Buffer.from(data)).digest("hex")

  it("B52, B53: the customer downloads an own invoice, and its text is what the stored document says", async () => {
    const { status, headers, data } = await ofCustomer(ada)
    expect([status, headers["content-type"]]).toEqual([200, "application/pdf"])
    expect(headers["content-disposition"]).toContain('filename="INV-000001.pdf"')
    expect(headers["cache-control"]).toBe("private, no-store")
    const text = textOf(readPdf(Buffer.from(data)))
    const { data: answer } = await store.api.get(`/admin/billing/invoices/${invoiceId}`, admin())
    const { number, totals, lines } = answer.invoice.document
    for (const part of [
      number,
      totals.payable,
      totals.tax,
      lines[0].title,
      "Alpine Hosting AG",
      "Paid with the order.",
    ]) {
      expect(text).toContain(part)
    }
  })

  it("B53: nobody else gets it: to another customer there is no such invoice", async () => {
    const refused = await ofCustomer(eve)
    expect([refused.status, messageOf(refused)]).toEqual([404, `Invoice with id: ${invoiceId} was not found`])
    const { data } = await store.api.get("/store/customers/me/invoices", eve)
    expect(data).toMatchObject({ invoices: [], count: 0 })
    expect(await rows()).toEqual([])
  })

  it("lists the customer's own invoices, and answers 404 for a format that there is none of", async () => {
    const { data } = await store.api.get("/store/customers/me/invoices?limit=5", ada)
    expect(data).toMatchObject({ count: 1, limit: 5, offset: 0 })
    expect(data.invoices[0]).toMatchObject({ id: invoiceId, number: "INV-000001", payment_status: "paid" })
    expect((await ofCustomer(ada, "docx")).status).toBe(404)
    const none = await ofAdmin("xml")
    expect([none.status, messageOf(none)]).toEqual([
      400,
      'format: this store makes no e-invoices: billing.documents.eInvoice is "none"',
    ])
  })

  it("is made once, also where several ask at the same time, and is the same bytes for everybody", async () => {
    const answers = await Promise.all([ofAdmin("pdf"), ofCustomer(ada), ofAdmin("pdf"), ofAdmin("pdf")])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const hashes = new Set(answers.map(({ data }) => hash(data)))
    const stored = await rows()
    expect(stored).toHaveLength(1)
    expect([...hashes]).toEqual([stored[0].sha256])
    await store.api.post("/admin/billing/documents/look", { footer: "Quite another footer" }, admin())
    expect(hash((await ofAdmin("pdf")).data)).toBe(stored[0].sha256)
    const again = await makeInvoiceDocumentWorkflow(store.container()).run({
      input: { invoice_id: invoiceId, format: "pdf" },
    })
    expect(again.result.id).toBe(stored[0].id)
  })

  describe("where e-invoices are made", () => {
    const eInvoices = async (work: () => Promise<void>) => {
      const { documents } = store.container().resolve<BillingModuleService>(BILLING_MODULE).options
      documents.eInvoice = "factur-x"
      try {
        await work()
      } finally {
        documents.eInvoice = "none"
        registerDocumentFormat(facturX)
      }
    }

    it("the XML stands in the PDF, byte for byte, and its sums are the invoice's", () =>
      eInvoices(async () => {
        const pdf = await ofCustomer(ada)
        const xml = await ofCustomer(ada, "xml")
        expect([pdf.status, xml.status]).toEqual([200, 200])
        expect(readPdf(Buffer.from(pdf.data)).attachments).toEqual([
          { filename: "factur-x.xml", sha256: hash(xml.data) },
        ])
        const { data } = await store.api.get(`/admin/billing/invoices/${invoiceId}`, admin())
        const read = readCii(Buffer.from(xml.data).toString())
        expect(read).toMatchObject({ number: data.invoice.number, totals: { payable: data.invoice.total } })
        expect(checkEInvoice(read)).toEqual([])
      }))

    it("a document that breaks a rule of theirs is a PDF all the same, and says why there is no XML", () =>
      eInvoices(async () => {
        const toXml = () => Promise.reject(new BrokenEInvoice("breaks BR-CO-17"))
        registerDocumentFormat({ ...facturX, toXml })
        const pdf = await ofCustomer(ada)
        expect(pdf.status).toBe(200)
        expect(readPdf(Buffer.from(pdf.data)).attachments).toEqual([])
        const xml = await ofCustomer(ada, "xml")
        expect([xml.status, messageOf(xml)]).toEqual([400, "e-invoice: breaks BR-CO-17"])
      }))
  })

  it("has a name in the file storage that nobody can guess, and a row that nobody can change", async () => {
    await ofAdmin("pdf")
    const [{ id, file_id }] = await rows()
    expect(file_id).toMatch(/bdoc_\w+-[\da-f-]{36}\.pdf$/)
    await expect(
      store
        .knex()("billing_document")
        .where({ id })
        .update({ sha256: "0".repeat(64) }),
    ).rejects.toThrow("rows of billing_document never change")
    const twin = {
      id: "bdoc_twin",
      invoice_id: invoiceId,
      format: "pdf",
      file_id,
      sha256: "0".repeat(64),
      byte_count: 1,
    }
    await expect(store.knex()("billing_document").insert(twin)).rejects.toThrow("IDX_billing_document_invoice_id")
  })

  describe("where the process dies before it has written that the file is there", () => {
    const uploads = () => store.knex()("billing_document_upload").orderBy("created_at").pluck("file_id")
    const files = () => store.container().resolve(Modules.FILE)
    /** As a process leaves it that dies when the file is whole. */
    const die = async (format: "pdf" | "xml" = "pdf") => {
      const { fileId, send } = await uploadFile(store.container(), { id: "bdoc_died", format })
      await send(Buffer.from("whole"))
      return fileId
    }
    const waitAnHour = () =>
      store
        .knex()("billing_document_upload")
        .update({ created_at: store.knex().raw("created_at - interval '61 minutes'") })

    it("decision 7: its file is deleted by the schedule, and one that is being uploaded is not", async () => {
      const lost = await die()
      await waitAnHour()
      const fresh = await die()
      await ofAdmin("pdf")
      expect(await uploads()).toEqual([lost, fresh])
      await Promise.all([deleteAbandonedFiles(store.container()), deleteAbandonedFiles(store.container())])
      await deleteAbandonedFiles(store.container())
      expect(await uploads()).toEqual([fresh])
      await expect(files().getAsBuffer(lost)).rejects.toThrow()
      expect(String(await files().getAsBuffer(fresh))).toBe("whole")
      expect((await ofAdmin("pdf")).status).toBe(200)
    })

    it("decision 7: a process that was only slow does not name a file that was deleted", async () => {
      const slow = await die()
      await waitAnHour()
      await deleteAbandonedFiles(store.container())
      const record = {
        id: "bdoc_slow",
        invoice_id: invoiceId,
        format: "pdf",
        file_id: slow,
        sha256: "0".repeat(64),
        byte_count: 5,
      } as const
      await expect(insertDocument(store.knex(), record)).rejects.toThrow("took too long")
      expect(await rows()).toEqual([])
      expect((await ofAdmin("pdf")).status).toBe(200)
    })
  })

  it("is refused with what to do where its file was lost or changed, and never given out so", async () => {
    await ofAdmin("pdf")
    const [{ file_id }] = await rows()
    const files = store.container().resolve(Modules.FILE)
    await files.deleteFiles(file_id)
    const lost = await ofAdmin("pdf")
    expect([lost.status, messageOf(lost)]).toEqual([
      400,
      "document: the file of INV-000001 is missing in the file storage: restore it from a backup",
    ])
  })

  it("shows several invoices as one PDF, at most a hundred, and names the one that there is not", async () => {
    const ask = (ids: string[]) =>
      store.api.post(
        "/admin/billing/invoices/documents",
        { ids },
        { ...admin(), responseType: "arraybuffer", validateStatus: () => true },
      )
    const { status, data } = await ask([invoiceId])
    expect(status).toBe(200)
    expect(textOf(readPdf(Buffer.from(data)))).toContain("INV-000001")
    const unknown = await ask([invoiceId, "binv_none"])
    expect([unknown.status, messageOf(unknown)]).toEqual([404, "Invoice with id: binv_none was not found"])
    expect((await ask([])).status).toBe(400)
    expect((await ask([invoiceId, invoiceId])).status).toBe(400)
    expect((await ask(Array.from({ length: 101 }, (_, index) => `binv_${index}`))).status).toBe(400)
  })

  describe("how documents look", () => {
    const save = (body: object) =>
      store.api.post("/admin/billing/documents/look", body, { ...admin(), validateStatus: () => true })
    const upload = async (filename: string, content: Buffer): Promise<string> => {
      const files = store.container().resolve(Modules.FILE)
      const [file] = await files.createFiles([
        { filename, mimeType: "image/png", content: content.toString("base64"), access: "public" },
      ])
      return file?.id ?? ""
    }

    it("is set by an admin: logo, colour and footer, on what is made from then on", async () => {
      const logo_file_id = await upload("logo.png", DOT)
      const { status, data } = await save({
        logo_file_id,
        accent_color: "#AA0000",
        footer: "Thank you\nfor your trust",
      })
      expect([status, data.look]).toMatchObject([200, { accent_color: "#aa0000", logo_file_id, version: 1 }])
      expect(data.look.logo_url).toContain("logo.png")
      const read = readPdf(Buffer.from((await ofAdmin("pdf")).data))
      expect(textOf(read)).toContain("Thank you for your trust")
      expect(read.pages[0]?.structure).toContain("Figure")
    })

    it("is not changed by what is no colour, no picture, no file, too long, or an older version", async () => {
      const wrong = [
        { accent_color: "red" },
        { footer: "a\nb\nc\nd" },
        { logo_file_id: await upload("page.png", Buffer.from("<svg onload='alert(1)'/>")) },
        { logo_file_id: "../../etc/passwd" },
        { logo_file_id: "nowhere.png" },
      ]
      for (const body of wrong) {
        expect([body, (await save(body)).status]).toEqual([body, 400])
      }
      await save({ footer: "First" })
      expect((await save({ footer: "Second", version: 0 })).status).toBe(400)
      expect((await save({})).data.look).toMatchObject({ footer: "First", logo_file_id: null })
    })
  })

  it("says before issue what a customer's record lacks", async () => {
    const check = async (of: string) =>
      (await store.api.get(`/admin/billing/${of}/document-check`, admin())).data.checks
    expect(await check(`subscriptions/${subscriptionId}`)).toEqual([
      { subscription_id: subscriptionId, display_id: expect.any(Number), lacks: [] },
    ])
    await store
      .knex()("billing_subscription")
      .where({ id: subscriptionId })
      .update({
        billing_address: JSON.stringify({ first_name: "Ada", company: "ACME", country_code: "de", city: "Berlin" }),
      })
    const [checked] = await check(`customers/${ada.customer.id}`)
    expect(checked.lacks).toEqual(["address_1", "postal_code", "vat_number"])
    expect(await check(`customers/${eve.customer.id}`)).toEqual([
      { subscription_id: null, display_id: null, lacks: ["address"] },
    ])
    const unknown = await store.api.get("/admin/billing/customers/cus_none/document-check", {
      ...admin(),
      validateStatus: () => true,
    })
    expect(unknown.status).toBe(404)
  })
})
