import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ContentAnswer, ListContents } from "../../../../contracts/packages/packages"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  packageProductIds,
  readContainers,
} from "../../../../modules/packages"
import { NAME_FIELDS, toVariantName } from "../variant-names"

/** Variants that can be added to a package: itself and what contains it are left out, as they would make a circle. */
export async function listContents(
  container: MedusaContainer,
  { q, product_id, limit, offset }: ListContents,
): Promise<{ contents: ContentAnswer[]; count: number }> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const circular = product_id ? [product_id, ...(await readContainers(knex, [product_id]))] : []
  const { data, metadata } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: [...NAME_FIELDS, "product_id"],
    filters: { ...(q ? { q } : {}), ...(circular.length ? { product_id: { $nin: circular } } : {}) },
    pagination: { take: limit, skip: offset, order: { product: { title: "ASC" }, title: "ASC", id: "ASC" } },
  })
  const variants = data as (Parameters<typeof toVariantName>[0] & { product_id: string })[]
  const packages = new Set(
    await packageProductIds(
      knex,
      variants.map((variant) => variant.product_id),
    ),
  )
  const contents = variants.map((variant): ContentAnswer => {
    const { variantTitle, ...name } = toVariantName(variant)
    return {
      ...name,
      product_id: variant.product_id,
      variant_id: variant.id,
      variant_title: variantTitle,
      is_package: packages.has(variant.product_id),
    }
  })
  return { contents, count: metadata?.count ?? contents.length }
}
