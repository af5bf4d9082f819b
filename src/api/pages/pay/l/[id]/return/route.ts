import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countAskOf } from "../../../../../limit-asks"
import { pageRoute } from "../../../../page-route"
import { sendProblem } from "../../../../send-page"
import { openLink, pathOfLink } from "../../../link-session"
import { pay } from "../../../pay-by-form"

/**
 * Where a provider's form leads the customer back to. Of the query string nothing is believed: the provider itself is asked
 * what came of the payment, as often as this is opened.
 */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openLink(req)
  if (!open) {
    sendProblem(req, res, "link_gone")
    return
  }
  const wait = await countAskOf(req, "payment-page-return", { link: open.link.id })
  if (wait) {
    res.redirect(303, pathOfLink(open.link.id))
    return
  }
  await pay(req, res, { open, input: { action: "confirm", fields: {} } })
})
