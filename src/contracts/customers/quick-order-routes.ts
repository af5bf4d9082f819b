import { z } from "@medusajs/framework/zod"
import type { RouteContract } from "../route"
import {
  createQuickOrderLinkSchema,
  listQuickOrderLinksSchema,
  newQuickOrderLinkAnswerSchema,
  quickOrderLinkAnswerSchema,
  quickOrderLinkListAnswerSchema,
  revokeQuickOrderLinkSchema,
} from "./links"
import {
  basketChangeAnswerSchema,
  lastOrderAnswerSchema,
  openQuickOrderSchema,
  placedAnswerSchema,
  placeQuickOrderSchema,
  quickOrderAgainSchema,
  quickOrderAnswerSchema,
  quickOrderBasketSchema,
  requestedAnswerSchema,
  requestProductSchema,
  reviewedAnswerSchema,
  reviewQuickOrderSchema,
} from "./quick-orders"

const LINKS = "/admin/quick-order-links"
const QUICK_ORDERS = "/store/quick-orders"

/** By a link's token in the body, without a log-in. */
const byToken = { method: "POST", caller: "visitor", isLimited: true } as const

export const quickOrderRoutes: readonly RouteContract[] = [
  {
    method: "GET",
    path: LINKS,
    caller: "admin",
    summary: "The quick-order links of a customer, the latest first",
    query: listQuickOrderLinksSchema,
    answer: quickOrderLinkListAnswerSchema,
  },
  {
    method: "POST",
    path: LINKS,
    caller: "admin",
    summary:
      "Makes the quick-order link of a customer, in place of the one before it; its address is answered this once",
    body: createQuickOrderLinkSchema,
    status: 201,
    answer: newQuickOrderLinkAnswerSchema,
  },
  {
    method: "POST",
    path: `${LINKS}/:id/revoke`,
    caller: "admin",
    summary: "Ends a quick-order link, and the pages that are open by it",
    body: revokeQuickOrderLinkSchema,
    answer: z.object({ quick_order_link: quickOrderLinkAnswerSchema }),
  },
  {
    ...byToken,
    path: QUICK_ORDERS,
    summary: "What the quick-order page of a link shows: articles at the customer's prices, and the basket (C26)",
    body: openQuickOrderSchema,
    answer: z.object({ quick_order: quickOrderAnswerSchema }),
  },
  {
    ...byToken,
    path: `${QUICK_ORDERS}/basket`,
    summary: "Sets quantities in the basket of a link",
    body: quickOrderBasketSchema,
    answer: basketChangeAnswerSchema,
  },
  {
    ...byToken,
    path: `${QUICK_ORDERS}/last-order`,
    summary: "Puts the customer's last order into the basket once more",
    body: quickOrderAgainSchema,
    answer: lastOrderAnswerSchema,
  },
  {
    ...byToken,
    path: `${QUICK_ORDERS}/review`,
    summary: "The basket as it will be ordered, with taxes and shipping",
    body: reviewQuickOrderSchema,
    answer: reviewedAnswerSchema,
  },
  {
    ...byToken,
    path: `${QUICK_ORDERS}/place`,
    summary: "Orders what was reviewed, once; where a price has changed, nothing is ordered",
    body: placeQuickOrderSchema,
    answer: placedAnswerSchema,
  },
  {
    ...byToken,
    path: `${QUICK_ORDERS}/requests`,
    summary: "Asks for a product that is sold on request",
    body: requestProductSchema,
    answer: requestedAnswerSchema,
  },
]
