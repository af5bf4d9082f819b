import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readInvoiceDocument } from "../../../../../../../workflows/billing/documents/read-invoice-document"
import { readPaymentPage } from "../../../../../../../workflows/billing/payment-pages/read-payment-page"
import { readQrBill } from "../../../../../../../workflows/billing/payment-pages/transfer-details"
import { pageRoute } from "../../../../../page-route"
import { sendProblem } from "../../../../../send-page"
import { openLink } from "../../../../link-session"

/** The invoice's PDF, or its QR-bill as an image, for who has its link open. */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openLink(req)
  if (!open) {
    sendProblem(req, res, "link_gone")
    return
  }
  const { invoice_id } = open.link
  if (req.params.format === "pdf") {
    const { fileName, mimeType, content } = await readInvoiceDocument(req.scope, { invoice_id, format: "pdf" })
    res.set({ "Content-Type": mimeType, "Content-Disposition": `inline; filename="${fileName}"` }).send(content)
    return
  }
  const page = req.params.format === "qr-bill" ? await readPaymentPage(req.scope, invoice_id) : undefined
  const picture = page ? readQrBill(req.scope, page) : null
  if (picture === null) {
    sendProblem(req, res, "not_found")
    return
  }
  // The picture is its own document, with styles of its own and nothing else.
  res.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
  res.type("image/svg+xml").send(picture)
})
