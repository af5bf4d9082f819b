import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { storeOffersSchema } from "../../../../contracts/billing/offers"
import { readStoreProducts, visibleProductIds } from "../../../../workflows/billing/offers/read-store-products"
import { parseInput } from "../../../parse-input"
import { shopperOf } from "./shopper-of"

/** The offered products, by rank, with their enabled cycles at the visitor's prices. Hidden ones are not in it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, collection_id, ...asked } = parseInput(storeOffersSchema, req.query)
  const shopper = await shopperOf(req, asked)
  const ids = await visibleProductIds(req.scope, shopper, { collectionId: collection_id })
  const products = await readStoreProducts(req.scope, shopper, ids.slice(offset, offset + limit))
  res.json({ products, count: ids.length, limit, offset })
}
