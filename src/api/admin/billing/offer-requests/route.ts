import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listOfferRequestsSchema,
  type OfferRequestListAnswer,
} from "../../../../contracts/billing/offer-requests/offer-requests"
import { BILLING_MODULE, type BillingModuleService, listOfferRequests } from "../../../../modules/billing"
import { parseInput } from "../../../parse-input"
import { presentOfferRequest } from "./present-offer-request"

export async function GET(req: MedusaRequest, res: MedusaResponse<OfferRequestListAnswer>): Promise<void> {
  const { limit, offset, ...filters } = parseInput(listOfferRequestsSchema, req.query)
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const { requests, count } = await listOfferRequests(knex, filters, { limit, offset })
  res.json({ requests: requests.map(presentOfferRequest), count, limit, offset })
}
