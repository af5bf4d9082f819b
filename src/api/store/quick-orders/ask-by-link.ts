import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { CUSTOMERS_MODULE, type CustomersModuleService, recordLinkUse } from "../../../modules/customers"
import {
  loadQuickOrderContext,
  type QuickOrderContext,
} from "../../../workflows/customers/quick-orders/quick-order-context"
import { countAskOf, refuseAsk } from "../../limit-asks"
import { quickOrderLinkOf } from "../../quick-order-link-of"
import { storeNow } from "../../now"
import { storeDate } from "../../store-date"

const OFTEN = 20

/** What a request by token costs: a look and a basket less than an order. */
export interface AskedByLink {
  token: string
  isCostly: boolean
  /** Whether it counts as a use of the link: looking is none (C20). */
  isUse: boolean
}

/**
 * Whose link a body's token is; wrong tokens are counted by address, right ones by link and address, over all processes. Null:
 * there were too many, and 429 was answered. Throws NOT_FOUND for whatever opens nothing.
 */
export async function askByLink(
  req: MedusaRequest,
  res: MedusaResponse,
  { token, isCostly, isUse }: AskedByLink,
): Promise<QuickOrderContext | null> {
  const link = await quickOrderLinkOf(req, token)
  const by = link ? { link: link.id } : undefined
  const what = link ? (isCostly ? "quick-order" : "quick-order-basket") : "quick-order-link"
  const wait = await countAskOf(req, what, by, link ? (isCostly ? 2 : OFTEN) : 1)
  if (wait) {
    refuseAsk(res, { what, wait })
    return null
  }
  const now = await storeNow(req.scope)
  const context = link && (await loadQuickOrderContext(req.scope, link, { asOf: await storeDate(req.scope), now }))
  if (!context) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This link does not open anything: it has ended, or there is none",
    )
  }
  if (isUse) {
    const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
    const day = createHash("sha256").update(`api:${context.asOf}`).digest("hex").slice(0, 40)
    await recordLinkUse(knex, context.link.id, day, new Date(now))
  }
  return context
}
