import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The titles of products, by id; those of deleted ones, too, where they are asked for. */
export async function productTitles(
  container: MedusaContainer,
  productIds: readonly string[],
  { withDeleted = false }: { withDeleted?: boolean } = {},
): Promise<Map<string, string>> {
  const id = [...new Set(productIds)]
  const products = id.length
    ? await container
        .resolve(Modules.PRODUCT)
        .listProducts({ id }, { select: ["id", "title"], take: id.length, withDeleted })
    : []
  return new Map(products.map((product) => [product.id, product.title]))
}
