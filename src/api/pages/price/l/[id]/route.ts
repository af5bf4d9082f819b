import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pageRoute } from "../../../page-route"
import { sendProblem } from "../../../send-page"
import { PRICE_PROBLEMS_OF_ROUTE, sendPricePage } from "../../price-page"
import { openPrice } from "../../price-session"

export const GET = pageRoute(async (req: MedusaRequest, res: MedusaResponse) => {
  const open = await openPrice(req)
  await (open ? sendPricePage(req, res, open) : sendProblem(req, res, "link_gone"))
}, PRICE_PROBLEMS_OF_ROUTE)
