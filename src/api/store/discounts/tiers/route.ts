import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { tiersSchema, type TierAnswer } from "../../../../contracts/discounts/answers"
import { CORE_MODULE, type CoreModuleService } from "../../../../modules/core"
import { showTiers } from "../../../../workflows/discounts/answers/show-tiers"
import { parseInput } from "../../../parse-input"
import { shopperOf } from "../../billing/products/shopper-of"

/** "6 or more: −15 %": the steps of an article's price, for the visitor who asks (D23). */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ tiers: TierAnswer[] }>,
): Promise<void> {
  const { product_id, variant_id, ...place } = parseInput(tiersSchema, req.query)
  const { currencyCode, regionId, salesChannelIds } = await shopperOf(req, place)
  const id = req.auth_context?.actor_id
  const [customer] = id
    ? await req.scope.resolve(Modules.CUSTOMER).listCustomers({ id }, { relations: ["groups"] })
    : []
  const tiers = await showTiers(req.scope, {
    productId: product_id,
    variantId: variant_id,
    currencyCode,
    regionId,
    salesChannelIds,
    customer: customer ?? null,
    asOf: await req.scope.resolve<CoreModuleService>(CORE_MODULE).today(),
  })
  res.json({ tiers })
}
