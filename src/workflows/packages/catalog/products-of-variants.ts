import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Product ids by variant id; a variant that does not exist is left out. */
export async function productsOfVariants(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<Map<string, string>> {
  const id = [...new Set(variantIds)]
  const variants = id.length
    ? await container
        .resolve(Modules.PRODUCT)
        .listProductVariants({ id }, { select: ["id", "product_id"], take: id.length })
    : []
  return new Map(variants.flatMap((one) => (one.product_id ? [[one.id, one.product_id] as const] : [])))
}
