import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawExitDone } from "../../../../pages/exit/draw-exit"
import { receiptOf } from "../../../../workflows/billing/exits/exit-document"
import { pageContext } from "../../page-context"
import { pageRoute } from "../../page-route"
import { anyLanguageOf, sendPage, sendProblem } from "../../send-page"
import { EXIT_PROBLEMS_OF_ROUTE } from "../../exit/exit-page"
import { openReceipt, pathOfReceipt } from "../receipt-session"

/** Says that a declaration was received, when, and under which reference. What the store knows of its sender stays inside. */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const row = await openReceipt(req)
  if (!row) {
    sendProblem(req, res, "not_found")
    return
  }
  const { kind, id } = row
  const language = anyLanguageOf(req)
  // When the contract ends is known to who has its e-mails alone.
  const { stamps } = receiptOf(req.scope, { ...row, language, ends_on: null })
  sendPage(res, drawExitDone({ kind, language, stamps, pdf: `${pathOfReceipt(id)}/pdf` }, pageContext(req)))
}, EXIT_PROBLEMS_OF_ROUTE)
