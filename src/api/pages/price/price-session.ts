import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  BILLING_MODULE,
  type BillingModuleService,
  findPriceChange,
  type PriceChangeRecord,
} from "../../../modules/billing"
import { beginPageSession, pageSession, type PageSession } from "../page-session"

const sessionOf = ({ id, token_hash }: PriceChangeRecord) => ({ page: "price", id, tokenHash: token_hash ?? "" })

export const pathOfPrice = (id: string): string => `/pages/price/l/${id}`

/** Lets the browser of a link's holder open its page. */
export const beginPriceSession = (req: MedusaRequest, res: MedusaResponse, change: PriceChangeRecord): void =>
  beginPageSession(req, res, sessionOf(change), pathOfPrice(change.id))

/** A new price whose page its customer has open, with the key of the page's forms. */
export interface OpenPrice extends PageSession {
  change: PriceChangeRecord
}

/** The new price of a page's path, where the request comes in a session of its link. null: as if there were none. */
export async function openPrice(req: MedusaRequest): Promise<OpenPrice | null> {
  const { knex } = req.scope.resolve<BillingModuleService>(BILLING_MODULE).db
  const id = req.params.id ?? ""
  const change = /^bprc_\w{1,60}$/.test(id) ? await findPriceChange(knex, id) : undefined
  const session = change?.token_hash ? pageSession(req, sessionOf(change)) : null
  return change && session ? { change, ...session } : null
}
