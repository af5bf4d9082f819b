import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BILLING_MODULE, type BillingModuleService, findPriceChangeByHash } from "../../../../modules/billing"
import { hashOfToken } from "../../../../workflows/billing/payment-pages/create-payment-link"
import { countAskOf } from "../../../limit-asks"
import { pageRoute } from "../../page-route"
import { languageOf, sendProblem } from "../../send-page"
import { PRICE_PROBLEMS_OF_ROUTE } from "../price-page"
import { beginPriceSession, pathOfPrice } from "../price-session"

/**
 * Opens the link of a message: gives the browser a session and leads it to the page's own address, which holds no token. It writes
 * nothing, as mail scanners open every link. Wrong tokens are counted by address.
 */
export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const change = await findPriceChangeByHash(knex, hashOfToken(req.params.token ?? ""))
  if (!change) {
    const wait = await countAskOf(req, "price-link")
    sendProblem(req, res, wait ? "too_many" : "link_gone")
    return
  }
  beginPriceSession(req, res, change)
  const language = req.query.lang === undefined ? "" : `?lang=${languageOf(req)}`
  res.redirect(303, `${pathOfPrice(change.id)}${language}`)
}, PRICE_PROBLEMS_OF_ROUTE)
