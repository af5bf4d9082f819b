import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refuseWhileRunning } from "../../../workflows/billing/offers/refuse-while-running"
import { refuseWhileContained } from "../../../workflows/packages/catalog/refuse-while-contained"

/*
 * Guards on Medusa's own routes that take products or variants away, while subscriptions run on them (B12) or packages
 * contain them: they refuse before anything is done. The
 * hooks of the deleting workflows refuse as well, for every other caller; a product update has no hook that could.
 */

interface ProductUpdate {
  id?: string
  /** Medusa takes away the variants that are not in the list. */
  variants?: { id?: string }[]
}

type Guard = (req: MedusaRequest, container: MedusaContainer) => Promise<void>

async function refuseDeletion(
  container: MedusaContainer,
  as: "product_id" | "variant_id",
  ids: string[],
): Promise<void> {
  await refuseWhileRunning(container, as, ids)
  await refuseWhileContained(container, as, ids)
}

const guarded =
  (guard: Guard) =>
  async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    await guard(req, req.scope)
    next()
  }

async function refuseVariantsLeftOut(container: MedusaContainer, updates: ProductUpdate[]): Promise<void> {
  const replaced = updates.filter((update) => update.id && update.variants)
  if (!replaced.length) {
    return
  }
  const kept = new Set(replaced.flatMap((update) => (update.variants ?? []).map((variant) => variant.id)))
  const { data: variants } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id"],
    filters: { product_id: replaced.flatMap((update) => update.id ?? []) },
  })
  const gone = variants.map((variant) => variant.id).filter((id) => !kept.has(id))
  await refuseDeletion(container, "variant_id", gone)
}

const batchOf = (req: MedusaRequest) => req.validatedBody as { delete?: string[]; update?: ProductUpdate[] }

const deleteProduct: Guard = (req, container) => refuseDeletion(container, "product_id", [req.params.id ?? ""])

const updateProduct: Guard = (req, container) =>
  refuseVariantsLeftOut(container, [{ ...(req.validatedBody as ProductUpdate), id: req.params.id }])

const batchProducts: Guard = async (req, container) => {
  const { delete: deleted = [], update = [] } = batchOf(req)
  await refuseDeletion(container, "product_id", deleted)
  await refuseVariantsLeftOut(container, update)
}

const deleteVariant: Guard = (req, container) => refuseDeletion(container, "variant_id", [req.params.variant_id ?? ""])

const batchVariants: Guard = (req, container) => refuseDeletion(container, "variant_id", batchOf(req).delete ?? [])

export const productDeletionMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/products/:id", method: "DELETE", middlewares: [guarded(deleteProduct)] },
  { matcher: "/admin/products/:id", method: "POST", middlewares: [guarded(updateProduct)] },
  { matcher: "/admin/products/batch", method: "POST", middlewares: [guarded(batchProducts)] },
  { matcher: "/admin/products/:id/variants/:variant_id", method: "DELETE", middlewares: [guarded(deleteVariant)] },
  { matcher: "/admin/products/:id/variants/batch", method: "POST", middlewares: [guarded(batchVariants)] },
]
