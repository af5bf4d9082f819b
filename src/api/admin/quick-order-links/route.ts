import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  listQuickOrderLinksSchema,
  type CreateQuickOrderLinkBody,
  type NewQuickOrderLinkAnswer,
  type QuickOrderLinkListAnswer,
} from "../../../contracts/customers/links"
import {
  CUSTOMERS_MODULE,
  type CustomersModuleService,
  linksOfProfile,
  termsOfCustomer,
} from "../../../modules/customers"
import { pagesUrl } from "../../../workflows/billing/payment-pages/payment-link-url"
import { createQuickOrderLink } from "../../../workflows/customers/links/create-quick-order-link"
import { sellingOf } from "../../../workflows/customers/quick-orders/selling-of"
import { storeNow } from "../../now"
import { parseInput } from "../../parse-input"
import { storeDate } from "../../store-date"
import { presentLink } from "./present-link"

export async function GET(req: MedusaRequest, res: MedusaResponse<QuickOrderLinkListAnswer>): Promise<void> {
  const asked = parseInput(listQuickOrderLinksSchema, req.query)
  const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const ofCustomer = asked.customer_id === undefined ? null : await termsOfCustomer(knex, asked.customer_id)
  const profile_id = asked.profile_id ?? ofCustomer?.profile_id ?? null
  const at = new Date(await storeNow(req.scope))
  const links = profile_id === null ? [] : await linksOfProfile(knex, profile_id)
  const selling = profile_id === null ? null : await sellingOf(req.scope, profile_id)
  res.json({ profile_id, quick_order_links: links.map((link) => presentLink(link, at)), selling })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CreateQuickOrderLinkBody>,
  res: MedusaResponse<NewQuickOrderLinkAnswer>,
): Promise<void> {
  const base_url = pagesUrl(req.scope)
  if (base_url === null) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "pages.url: set the public address of this server, so that links can be made",
    )
  }
  const quick_order_link = await createQuickOrderLink(req.scope, {
    profile_id: req.validatedBody.profile_id,
    base_url,
    at: new Date(await storeNow(req.scope)),
    as_of: await storeDate(req.scope),
    actor: `user:${req.auth_context.actor_id}`,
  })
  res.status(201).json({ quick_order_link })
}
