import type { MedusaRequest } from "@medusajs/framework/http"
import { CUSTOMERS_MODULE, type CustomersModuleService, findLinkByToken, type StoredLink } from "../modules/customers"
import { openLink } from "../rules/customers"
import { storeNow } from "./now"

/** The live link of a token; null: there is none, whether it never was, has ended, was replaced or revoked (C20). */
export async function quickOrderLinkOf(req: MedusaRequest, token: string): Promise<StoredLink | null> {
  const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const opened = openLink(await findLinkByToken(knex, token), new Date(await storeNow(req.scope)))
  return opened.kind === "open" ? opened.link : null
}
