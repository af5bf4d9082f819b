import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { storeOfferSchema } from "../../../../../contracts/billing/offers"
import { readStoreProducts, visibleProductIds } from "../../../../../workflows/billing/offers/read-store-products"
import { parseInput } from "../../../../parse-input"
import { pathId } from "../../../../path-id"
import { shopperOf } from "../shopper-of"

/** One offered product; 404 where it is hidden, as if there were none. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Product")
  const shopper = await shopperOf(req, parseInput(storeOfferSchema, req.query))
  const visible = await visibleProductIds(req.scope, shopper, { productIds: [id] })
  const [product] = await readStoreProducts(req.scope, shopper, visible)
  if (!product) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product with id: ${id} was not found`)
  }
  res.json({ product })
}
