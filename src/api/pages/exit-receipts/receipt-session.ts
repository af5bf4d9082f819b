import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ExitRequestRow,
  findExitRequest,
} from "../../../modules/billing"
import { isSessionValue, sessionValue } from "../../../pages/base/session-value"
import { cookiesOf } from "../cookies-of"
import { pageContext, signingKey } from "../page-context"

const COOKIE = "service_exit"
const SESSION_SECONDS = 60 * 60

const nowInSeconds = (): number => Math.floor(Date.now() / 1000)
const sessionOf = (id: string) => ({ page: "exit-receipt", id, tokenHash: "" })

export const pathOfReceipt = (id: string): string => `/pages/exit-receipts/${id}`

/** Lets the browser that declared something open its receipt, for an hour. */
export function beginReceipt(req: MedusaRequest, res: MedusaResponse, id: string): void {
  res.cookie(COOKIE, sessionValue(signingKey(req), sessionOf(id), nowInSeconds() + SESSION_SECONDS), {
    httpOnly: true,
    sameSite: "lax",
    secure: pageContext(req).isSecure,
    path: pathOfReceipt(id),
  })
}

/** The declaration of a receipt's path, for the browser that made it. null: as if there were none. */
export async function openReceipt(req: MedusaRequest): Promise<ExitRequestRow | null> {
  const id = req.params.id ?? ""
  const key = signingKey(req)
  const isOpen =
    /^bexr_\w{1,60}$/.test(id) &&
    cookiesOf(req, COOKIE).some((value) => isSessionValue(key, sessionOf(id), { value, now: nowInSeconds() }))
  if (!isOpen) {
    return null
  }
  return (await findExitRequest(req.scope.resolve<BillingModuleService>(BILLING_MODULE).db.knex, id)) ?? null
}
