import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { formKey, isFormKey, isSessionValue, sessionValue, type SessionOf } from "../../pages/base/session-value"
import { cookiesOf } from "./cookies-of"
import { pageContext, signingKey } from "./page-context"

const COOKIE = "service_page"
const SESSION_SECONDS = 12 * 60 * 60

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

/** Lets the browser of a link's holder open its page: a signed value, bound to the page's path; nothing is stored. */
export function beginPageSession(req: MedusaRequest, res: MedusaResponse, of: SessionOf, path: string): void {
  const value = sessionValue(signingKey(req), of, nowInSeconds() + SESSION_SECONDS)
  res.cookie(COOKIE, value, { httpOnly: true, sameSite: "lax", secure: pageContext(req).isSecure, path })
}

/** The forms of a page that is open. */
export interface PageSession {
  formKey: string
  isFormKey: (given: unknown) => boolean
}

/** The session in which a request comes; null: in none of this page. */
export function pageSession(req: MedusaRequest, of: SessionOf): PageSession | null {
  const key = signingKey(req)
  const session = cookiesOf(req, COOKIE).find((value) => isSessionValue(key, of, { value, now: nowInSeconds() }))
  return session === undefined
    ? null
    : { formKey: formKey(key, session), isFormKey: (given) => isFormKey(key, session, given) }
}

/** Whether a browser says that another site sent the form. One that does not say has only the form's key. */
export const isFromElsewhere = (req: MedusaRequest): boolean => {
  const site = req.headers["sec-fetch-site"]
  return site !== undefined && site !== "same-origin" && site !== "none"
}
