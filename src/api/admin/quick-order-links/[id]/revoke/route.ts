import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { QuickOrderLinkAnswer } from "../../../../../contracts/customers/links"
import { CUSTOMERS_MODULE, type CustomersModuleService, linksOfProfile } from "../../../../../modules/customers"
import { revokeQuickOrderLinkWorkflow } from "../../../../../workflows/customers/links/revoke-quick-order-link"
import { storeNow } from "../../../../now"
import { pathId } from "../../../../path-id"
import { storeDate } from "../../../../store-date"
import { presentLink } from "../../present-link"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ quick_order_link: QuickOrderLinkAnswer }>,
): Promise<void> {
  const id = pathId(req.params.id, "Quick-order link")
  const revoked_at = await storeNow(req.scope)
  const as_of = await storeDate(req.scope)
  const { result } = await revokeQuickOrderLinkWorkflow(req.scope).run({
    input: { id, revoked_at, as_of, actor: `user:${req.auth_context.actor_id}` },
  })
  const { knex } = req.scope.resolve<CustomersModuleService>(CUSTOMERS_MODULE).db
  const link = (await linksOfProfile(knex, result.profile_id)).find((one) => one.id === id)
  if (!link) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Quick-order link with id: ${id} was not found`)
  }
  res.json({ quick_order_link: presentLink(link, new Date(revoked_at)) })
}
