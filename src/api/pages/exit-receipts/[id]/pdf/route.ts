import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiptFileName, receiptPdf } from "../../../../../workflows/billing/exits/exit-document"
import { EXIT_PROBLEMS_OF_ROUTE } from "../../../exit/exit-page"
import { pageRoute } from "../../../page-route"
import { sendProblem } from "../../../send-page"
import { openReceipt } from "../../receipt-session"

/** The acknowledgement as a PDF, for the browser that declared it: what was typed, and when it was received. */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const row = await openReceipt(req)
  if (!row) {
    sendProblem(req, res, "not_found")
    return
  }
  const content = await receiptPdf(req.scope, { ...row, ends_on: null })
  res.set({
    "Content-Type": "application/pdf",
    "Content-Disposition": `attachment; filename="${receiptFileName(row)}"`,
  })
  res.send(content)
}, EXIT_PROBLEMS_OF_ROUTE)
