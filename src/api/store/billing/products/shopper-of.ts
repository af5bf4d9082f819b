import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isCurrency } from "../../../../rules/money"
import type { Shopper } from "../../../../workflows/billing/offers/read-store-products"

interface Asked {
  region_id?: string
  currency_code?: string
}

const invalid = (field: string, reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${reason}`)

/** The requested region and currency, or the store's default region. */
async function placeOf(
  req: AuthenticatedMedusaRequest,
  asked: Asked,
): Promise<Pick<Shopper, "currencyCode" | "regionId">> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const currencyCode = asked.currency_code?.toLowerCase()
  if (currencyCode && !isCurrency(currencyCode)) {
    throw invalid("currency_code", `"${currencyCode}" is not a known currency`)
  }
  if (currencyCode && !asked.region_id) {
    return { currencyCode, regionId: null }
  }
  const { data: stores } = asked.region_id
    ? { data: [] }
    : await query.graph({ entity: "store", fields: ["default_region_id"] })
  const regionId = asked.region_id ?? stores[0]?.default_region_id
  if (!regionId) {
    throw invalid("region_id", "is needed, or currency_code: the store has no default region")
  }
  const { data } = await query.graph({ entity: "region", fields: ["currency_code"], filters: { id: regionId } })
  const [region] = data
  if (!region) {
    throw invalid("region_id", `there is no region ${regionId}`)
  }
  if (currencyCode && currencyCode !== region.currency_code) {
    throw invalid("currency_code", `the region sells in ${region.currency_code}`)
  }
  return { currencyCode: region.currency_code, regionId }
}

async function groupsOf(req: AuthenticatedMedusaRequest): Promise<string[]> {
  const customerId = req.auth_context?.actor_id
  if (!customerId) {
    return []
  }
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "customer_group", fields: ["id"], filters: { customers: { id: customerId } } })
  return data.map((group) => group.id)
}

/** Who looks at the shop: the publishable key's channels, the region and currency, the customer's groups. */
export async function shopperOf(req: AuthenticatedMedusaRequest, asked: Asked): Promise<Shopper> {
  const { publishable_key_context } = req as { publishable_key_context?: { sales_channel_ids?: string[] } }
  return {
    salesChannelIds: publishable_key_context?.sales_channel_ids ?? [],
    ...(await placeOf(req, asked)),
    customerGroupIds: await groupsOf(req),
  }
}
