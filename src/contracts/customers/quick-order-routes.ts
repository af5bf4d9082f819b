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

const LINKS = "/admin/quick-order-links"

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
]
