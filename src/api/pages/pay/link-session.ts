import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findPaymentLink,
  type PaymentLinkRecord,
} from "../../../modules/billing"
import { isLinkGood } from "../../../rules/billing"
import { storeDate } from "../../store-date"
import { cookiesOf } from "../cookies-of"
import { pageContext, signingKey } from "../page-context"

const COOKIE = "service_page"
const SESSION_SECONDS = 12 * 60 * 60

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)
import { beginPageSession, pageSession, type PageSession } from "../page-session"

const sessionOf = (link: PaymentLinkRecord) => ({ page: "pay", id: link.id, tokenHash: link.token_hash })

export const pathOfLink = (id: string): string => `/pages/pay/l/${id}`

/** Lets the browser of a link's holder open its page: a signed value, bound to the page's path; nothing is stored. */
export function beginSession(req: MedusaRequest, res: MedusaResponse, link: PaymentLinkRecord): void {
  const value = sessionValue(signingKey(req), sessionOf(link), nowInSeconds() + SESSION_SECONDS)
  res.cookie(COOKIE, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: pageContext(req).isSecure,
    path: pathOfLink(link.id),
  })
}
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
  const key = signingKey(req)
  const session = cookiesOf(req, COOKIE).find((value) =>
    isSessionValue(key, sessionOf(link), { value, now: nowInSeconds() }),
  )
  return session === undefined
    ? null
    : { link, formKey: formKey(key, session), isFormKey: (given) => isFormKey(key, session, given) }
}

/** Whether a browser says that another site sent the form. One that does not say has only the form's key. */
export const isFromElsewhere = (req: MedusaRequest): boolean => {
  const site = req.headers["sec-fetch-site"]
  return site !== undefined && site !== "same-origin" && site !== "none"
  const session = pageSession(req, sessionOf(link))
  return session && { link, ...session }
}
