import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ShoppingPlace } from "../../../workflows/ports/store-visibility"

/** The pricing context of Medusa's own middleware. */
interface PricedRequest {
  pricingContext?: { region_id?: string; currency_code?: string }
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value ? value : null)

async function regionOfCart(req: MedusaRequest, cartId: string): Promise<string | null> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ["region_id"], filters: { id: cartId } })
  return textOf(data[0]?.region_id)
}

/** The region and currency of a Store API request, from its pricing context, region or cart; null if it names none. */
export async function placeOfRequest(req: MedusaRequest): Promise<ShoppingPlace> {
  const { pricingContext } = req as PricedRequest
  if (pricingContext?.currency_code) {
    return { currencyCode: pricingContext.currency_code, regionId: pricingContext.region_id ?? null }
  }
  const cartId = textOf(req.query.cart_id)
  const regionId = (cartId && (await regionOfCart(req, cartId))) || textOf(req.query.region_id)
  if (!regionId) {
    return null
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "region", fields: ["currency_code"], filters: { id: regionId } })
  const currencyCode = textOf(data[0]?.currency_code)
  return currencyCode ? { currencyCode, regionId } : null
}
