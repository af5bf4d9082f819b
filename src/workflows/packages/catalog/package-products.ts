import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PackageProductAnswer } from "../../../contracts/packages/packages"

export interface PackageProduct {
  product: PackageProductAnswer
  variants: { id: string; title: string }[]
}

interface ProductRow extends Omit<PackageProductAnswer, "categories" | "type"> {
  categories?: { id: string; name: string }[] | null
  type?: { id: string; value: string } | null
  variants?: { id: string; title: string; variant_rank: number | null }[] | null
}

const FIELDS = [
  "id",
  "title",
  "thumbnail",
  "status",
  "categories.id",
  "categories.name",
  "type.id",
  "type.value",
  "variants.id",
  "variants.title",
  "variants.variant_rank",
]

/** The products of packages with their variants in order, by id. A deleted one is left out. */
export async function packageProducts(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<Map<string, PackageProduct>> {
  if (!productIds.length) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "product", fields: FIELDS, filters: { id: [...productIds] } })
  return new Map((data as ProductRow[]).map((row) => [row.id, toPackageProduct(row)]))
}

const toPackageProduct = ({
  id,
  title,
  thumbnail,
  status,
  categories,
  type,
  variants,
}: ProductRow): PackageProduct => ({
  product: {
    ...{ id, title, thumbnail, status },
    categories: (categories ?? []).map((one) => ({ id: one.id, name: one.name })),
    type: type ? { id: type.id, value: type.value } : null,
  },
  variants: [...(variants ?? [])]
    .sort((a, b) => (a.variant_rank ?? 0) - (b.variant_rank ?? 0))
    .map((variant) => ({ id: variant.id, title: variant.title })),
})
