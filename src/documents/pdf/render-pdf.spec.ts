import { readPdf, textOf } from "../../../integration-tests/support/pdf/read-pdf"
import { line, sampleDocument } from "../__tests__/sample-documents"
import { STANDARD_LOOK, type DocumentSettings } from "../document-settings"
import { renderPdf } from "./render-pdf"

const settings: DocumentSettings = { look: STANDARD_LOOK, fonts: {}, bankAccounts: {} }
const payment = { isPaid: false }

describe("a document's PDF", () => {
  it("x", async () => {
    const document = sampleDocument({ lines: Array.from({ length: 70 }, (_, i) => line({ title: `Hosting ${i}` })) })
    const pdf = await renderPdf({ invoices: [{ document, payment }], settings })
    require("fs").writeFileSync("/tmp/docs.pdf", pdf)
    const read = readPdf(pdf, "/tmp/docs-pics")
    console.log(textOf(read).slice(0, 3000), read.info, read.pages[0]?.structure.length, pdf.length)
  })
})
