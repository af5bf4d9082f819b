import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listOffersSchema, type OfferListAnswer } from "../../../../contracts/billing/offers"
import { listOfferAnswers } from "../../../../workflows/billing/offers/list-offer-answers"
import { parseInput } from "../../../parse-input"

/** Every offer with its product, in the order of rank; `q` searches the products. */
export async function GET(req: MedusaRequest, res: MedusaResponse<OfferListAnswer>): Promise<void> {
  const query = parseInput(listOffersSchema, req.query)
  const { offers, count } = await listOfferAnswers(req.scope, query)
  res.json({ offers, count, limit: query.limit, offset: query.offset })
}
