import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findPaymentLink,
  type PaymentLinkRecord,
} from "../../../modules/billing"
import { isLinkGood } from "../../../rules/billing"
import { storeDate } from "../../store-date"
import { beginPageSession, pageSession, type PageSession } from "../page-session"

const sessionOf = (link: PaymentLinkRecord) => ({ page: "pay", id: link.id, tokenHash: link.token_hash })

export const pathOfLink = (id: string): string => `/pages/pay/l/${id}`

/** Lets the browser of a link's holder open its page. */
export const beginSession = (req: MedusaRequest, res: MedusaResponse, link: PaymentLinkRecord): void =>
  beginPageSession(req, res, sessionOf(link), pathOfLink(link.id))

/** A link that its holder has open, with the key of the page's forms. */
export interface OpenLink extends PageSession {
  link: PaymentLinkRecord
}

/** The link of a page's path, where the request comes in a session of it and it is still good. null: as if there were none. */
export async function openLink(req: MedusaRequest): Promise<OpenLink | null> {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const id = req.params.id ?? ""
  const link = /^bpl_\w{1,60}$/.test(id) ? await findPaymentLink(knex, id) : undefined
  if (!link || !isLinkGood(link, await storeDate(req.scope))) {
    return null
  }
  const session = pageSession(req, sessionOf(link))
  return session && { link, ...session }
}
