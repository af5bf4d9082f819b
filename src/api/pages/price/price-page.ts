import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawPriceAnswer } from "../../../pages/price-change/draw-price-answer"
import { readPriceAnswerPage } from "../../../workflows/billing/price-changes/read-price-answer-page"
import { storeDate } from "../../store-date"
import { pageContext } from "../page-context"
import { languageOf, sendPage, sendProblem } from "../send-page"
import { pathOfPrice, type OpenPrice } from "./price-session"

/** What a page below `/pages/price` says where its route throws. */
export const PRICE_PROBLEMS_OF_ROUTE = { refused: "form_gone", failed: "form_failed" } as const

/** Answers with the page of a new price that its customer has open. */
export async function sendPricePage(req: MedusaRequest, res: MedusaResponse, open: OpenPrice): Promise<void> {
  const { change, formKey } = open
  const page = await readPriceAnswerPage(req.scope, change, await storeDate(req.scope))
  if (!page) {
    sendProblem(req, res, "link_gone")
    return
  }
  const language = languageOf(req, page.locale)
  const isEnding = req.query.refuse === "yes"
  const content = { ...page, language, isEnding, path: pathOfPrice(change.id), formKey }
  sendPage(res, drawPriceAnswer(content, pageContext(req)))
}
