import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createHash } from "node:crypto"
import {
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  findLink,
  recordLinkUse,
  type StoredLink,
} from "../../../modules/customers"
import { openLink } from "../../../rules/customers"
import {
  loadQuickOrderContext,
  type QuickOrderContext,
} from "../../../workflows/customers/quick-orders/quick-order-context"
import { countAskOf } from "../../limit-asks"
import { storeNow } from "../../now"
import { storeDate } from "../../store-date"
import { beginPageSession, isFromElsewhere, pageSession, type PageSession } from "../page-session"
import { sendProblem } from "../send-page"
import { formFields, type FormFields } from "./form-fields"

const knexOf = (req: MedusaRequest) => req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db.knex

const sessionOf = ({ id, tokenHash }: StoredLink) => ({ page: "quick-order", id, tokenHash })

export const pathOfQuickOrder = (id: string): string => `/pages/quick-order/l/${id}`

export const beginQuickOrder = (req: MedusaRequest, res: MedusaResponse, link: StoredLink): void =>
  beginPageSession(req, res, sessionOf(link), pathOfQuickOrder(link.id))

/** A quick-order page that is open in a session of its link. */
export interface OpenQuickOrder extends PageSession {
  context: QuickOrderContext
  path: string
}

/** Null: the request comes in no session of the path's link, or the link has ended: answered as if there were none. */
export async function openQuickOrder(req: MedusaRequest): Promise<OpenQuickOrder | null> {
  const id = req.params.id ?? ""
  const link = /^clink_\w{1,60}$/.test(id) ? await findLink(knexOf(req), id) : null
  const now = await storeNow(req.scope)
  const opened = openLink(link, new Date(now))
  const session = opened.kind === "open" ? pageSession(req, sessionOf(opened.link)) : null
  if (opened.kind !== "open" || !session) {
    return null
  }
  const context = await loadQuickOrderContext(req.scope, opened.link, { asOf: await storeDate(req.scope), now })
  return context && { context, path: pathOfQuickOrder(id), ...session }
}

/** A page for who has it open. */
export const quickOrderPage =
  (show: (req: MedusaRequest, res: MedusaResponse, open: OpenQuickOrder) => Promise<void>) =>
  async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    const open = await openQuickOrder(req)
    await (open ? show(req, res, open) : sendProblem(req, res, "link_gone"))
  }

/** How often a form may be sent, as a multiple of the store's limit of asks: a basket is filled in many steps. */
const OFTEN = 20

/**
 * A form of a page: taken in a session of its link, with a key of the page's, from no other site, and not too often. Only this
 * counts as a use of the link, once a session (C20).
 */
export const quickOrderForm =
  (
    { isCostly }: { isCostly: boolean },
    take: (
      req: MedusaRequest,
      res: MedusaResponse,
      sent: { open: OpenQuickOrder; fields: FormFields },
    ) => Promise<void>,
  ) =>
  async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
    const open = await openQuickOrder(req)
    if (!open) {
      sendProblem(req, res, "not_yours")
      return
    }
    const { form_key, ...fields } = formFields(req.body)
    if (isFromElsewhere(req) || !open.isFormKey(form_key)) {
      sendProblem(req, res, "not_yours", open.path)
      return
    }
    const { link } = open.context
    const what = isCostly ? "quick-order" : "quick-order-basket"
    const wait = await countAskOf(req, what, { link: link.id }, isCostly ? 2 : OFTEN)
    if (wait) {
      res.setHeader("Retry-After", String(wait))
      sendProblem(req, res, "too_many", open.path)
      return
    }
    const session = createHash("sha256").update(open.formKey).digest("hex").slice(0, 40)
    await recordLinkUse(knexOf(req), link.id, session, new Date(await storeNow(req.scope)))
    await take(req, res, { open, fields })
  }
