import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What people call a variant. */
export interface VariantName {
  /** The product's. */
  title: string
  /** The variant's own, where its product has several. */
  variantTitle: string | null
  sku: string | null
  thumbnail: string | null
  /** The product's: what is not published cannot be sold. */
  status: string
}

interface NamedVariant {
  id: string
  title: string
  sku: string | null
  thumbnail?: string | null
  product?: { title: string; thumbnail: string | null; status: string; variants?: { id: string }[] | null } | null
}

export const NAME_FIELDS = [
  "id",
  "title",
  "sku",
  "thumbnail",
  "product.title",
  "product.thumbnail",
  "product.status",
  "product.variants.id",
]

export const toVariantName = ({ title, sku, thumbnail, product }: NamedVariant): VariantName => ({
  title: product?.title ?? title,
  variantTitle: (product?.variants ?? []).length > 1 ? title : null,
  sku,
  thumbnail: thumbnail ?? product?.thumbnail ?? null,
  status: product?.status ?? "",
})

/** The names of variants, by id; of deleted ones there is none. The number of statements does not depend on how many. */
export async function variantNames(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<Map<string, VariantName>> {
  const id = [...new Set(variantIds)]
  if (!id.length) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "variant", fields: NAME_FIELDS, filters: { id } })
  return new Map((data as NamedVariant[]).map((variant) => [variant.id, toVariantName(variant)]))
}
