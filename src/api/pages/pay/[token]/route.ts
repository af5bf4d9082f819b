import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countAskOf } from "../../../limit-asks"
import { pageRoute } from "../../page-route"
import { languageOf, sendProblem } from "../../send-page"
import { beginSession, linkOfToken, pathOfLink } from "../link-session"

/**
 * Opens a link: gives the browser a session and leads it to the page's own address, which holds no token. It writes nothing, as
 * mail scanners open every link. Wrong tokens are counted by address.
 */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const link = await linkOfToken(req, req.params.token ?? "")
  if (!link) {
    const wait = await countAskOf(req, "payment-link")
    sendProblem(req, res, wait ? "too_many" : "link_gone")
    return
  }
  beginSession(req, res, link)
  const language = req.query.lang === undefined ? "" : `?lang=${languageOf(req)}`
  res.redirect(303, `${pathOfLink(link.id)}${language}`)
})
