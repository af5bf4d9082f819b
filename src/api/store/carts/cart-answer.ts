import { type MedusaRequest, validateAndTransformQuery } from "@medusajs/framework/http"
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/carts/query-config"
import { StoreGetCartsCart } from "@medusajs/medusa/api/store/carts/validators"

/** Reads `fields` as Medusa's own cart routes do. */
export const readCartQuery = validateAndTransformQuery(StoreGetCartsCart, retrieveTransformQueryConfig)

/** A cart as Medusa's own routes answer it, with the fields that the request asks for. */
export async function cartAnswer(req: MedusaRequest, id: string): Promise<{ cart: unknown }> {
  return { cart: await refetchCart(id, req.scope, req.queryConfig.fields) }
}
