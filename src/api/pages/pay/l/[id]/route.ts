import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pageRoute } from "../../../page-route"
import { sendProblem } from "../../../send-page"
import { openLink } from "../../link-session"
import { sendPaymentPage } from "../../payment-page"

export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openLink(req)
  await (open ? sendPaymentPage(req, res, open) : sendProblem(req, res, "link_gone"))
})
