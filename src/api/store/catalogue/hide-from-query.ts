import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hiddenProductIds, productsOfVariants, visibilityOf } from "../../../workflows/ports/store-visibility"
import { placeOfRequest } from "./place-of-request"

/** Adds conditions to whatever the request filters by: the database leaves them out, so counts and pages stay right. */
function addConditions(req: MedusaRequest, conditions: Record<string, unknown>[]): void {
  const before = req.filterableFields.$and
  if (conditions.length) {
    req.filterableFields.$and = [...(Array.isArray(before) ? before : []), ...conditions]
  }
}

const without = (path: string, ids: Iterable<string>): Record<string, unknown>[] => {
  const list = [...ids]
  return list.length ? [{ [path]: { $nin: list } }] : []
}

/** `/store/products` and one product: hidden ones are not found (B10). */
export async function hideProducts(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  addConditions(req, without("id", await hiddenProductIds(req.scope)))
  next()
}

/** Ids that a filter names outright; null: it does not narrow. */
const idsOf = (filter: unknown): string[] | null => {
  const list = typeof filter === "string" ? [filter] : filter
  return Array.isArray(list) && list.every((id) => typeof id === "string") ? list : null
}

/** The products of the requested variants that a room may hide. */
async function productsToCheck(req: MedusaRequest): Promise<string[]> {
  const productIds = idsOf(req.filterableFields.product_id)
  if (productIds) {
    return productIds
  }
  return productsOfVariants(req.scope, req.params.id ? [req.params.id] : idsOf(req.filterableFields.id))
}

/** `/store/product-variants` and one variant: those of hidden products and disabled cycles are not found (B6, B10). */
export async function hideVariants(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const hidden = await hiddenProductIds(req.scope)
  const productIds = await productsToCheck(req)
  const { disabledVariantIds } = await visibilityOf(
    req.scope,
    productIds,
    productIds.length ? await placeOfRequest(req) : null,
  )
  addConditions(req, [...without("product_id", hidden), ...without("id", disabledVariantIds)])
  next()
}
