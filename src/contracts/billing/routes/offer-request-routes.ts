import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../../route"
import {
  askedForOfferSchema,
  askForOfferSchema,
  closeOfferRequestSchema,
  listOfferRequestsSchema,
  offerRequestAnswerSchema,
  offerRequestListAnswerSchema,
  quoteOfferRequestSchema,
} from "../offer-requests/offer-requests"

const REQUESTS = "/admin/billing/offer-requests"
const answer = z.object({ request: offerRequestAnswerSchema })

export const offerRequestRoutes: readonly RouteContract[] = [
  {
    method: "POST",
    path: "/store/billing/offer-requests",
    caller: "visitor",
    summary: "Asks for a product that is sold on request",
    body: askForOfferSchema,
    answer: askedForOfferSchema,
    isLimited: true,
  },
  {
    method: "GET",
    path: REQUESTS,
    caller: "admin",
    summary: "What was asked for that is sold on request, the latest first",
    query: listOfferRequestsSchema,
    answer: offerRequestListAnswerSchema,
  },
  {
    method: "POST",
    path: `${REQUESTS}/:id/quote`,
    caller: "admin",
    summary: "Makes a draft order of a request, at a quoted price",
    body: quoteOfferRequestSchema,
    answer,
  },
  {
    method: "POST",
    path: `${REQUESTS}/:id/close`,
    caller: "admin",
    summary: "Closes a request without a quote",
    body: closeOfferRequestSchema,
    answer,
  },
]
