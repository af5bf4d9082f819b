import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countAskOf } from "../../../limit-asks"
import { pageRoute } from "../../page-route"
import { languageOf, sendProblem } from "../../send-page"
import { quickOrderLinkOf } from "../../../quick-order-link-of"
import { beginQuickOrder, pathOfQuickOrder } from "../open-quick-order"

/**
 * Opens a quick-order link: gives the browser a session and leads it to the page's own address, which holds no token. It writes
 * nothing, as mail scanners open every link (CR6, CR8). Wrong tokens are counted by address.
 */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const link = await quickOrderLinkOf(req, req.params.token ?? "")
  if (!link) {
    const wait = await countAskOf(req, "quick-order-link")
    sendProblem(req, res, wait ? "too_many" : "link_gone")
    return
  }
  beginQuickOrder(req, res, link)
  const language = req.query.lang === undefined ? "" : `?lang=${languageOf(req)}`
  res.redirect(303, `${pathOfQuickOrder(link.id)}${language}`)
})
