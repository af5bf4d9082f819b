import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Option values of the disabled variants' products that no other variant has: "Quarterly" goes with its cycle. */
export async function valuesOfOnly(req: MedusaRequest, disabledVariantIds: ReadonlySet<string>): Promise<Set<string>> {
  if (!disabledVariantIds.size) {
    return new Set()
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const load = async (filters: Record<string, unknown>) => {
    const { data } = await query.graph({ entity: "variant", fields: ["id", "product_id", "options.id"], filters })
    return data as { id: string; product_id: string; options: { id: string }[] }[]
  }
  const disabled = await load({ id: [...disabledVariantIds] })
  const siblings = await load({ product_id: [...new Set(disabled.map((variant) => variant.product_id))] })
  const used = siblings.filter((variant) => !disabledVariantIds.has(variant.id))
  const usedIds = new Set(used.flatMap((variant) => variant.options.map((value) => value.id)))
  return new Set(
    disabled.flatMap((variant) => variant.options.map((value) => value.id)).filter((id) => !usedIds.has(id)),
  )
}
