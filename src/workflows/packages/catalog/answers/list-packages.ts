import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ListedPackageAnswer, ListPackages } from "../../../../contracts/packages/packages"
import {
  listPackageRows,
  PACKAGES_MODULE,
  type PackagesModuleService,
  packageProductIds,
} from "../../../../modules/packages"
import { packageProducts } from "../package-products"

/** One page of the admin's list, newest first. The same number of statements however long the page. */
export async function listPackages(
  container: MedusaContainer,
  { q, ...query }: ListPackages,
): Promise<{ packages: ListedPackageAnswer[]; count: number }> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const among = q ? { product_id: await searchPackages(container, q) } : {}
  const { rows, count } = await listPackageRows(knex, { ...query, ...among })
  const products = await packageProducts(
    container,
    rows.map(({ product_id }) => product_id),
  )
  const packages = rows.map(({ created_at, ...row }): ListedPackageAnswer => ({
    ...row,
    product: products.get(row.product_id)?.product ?? null,
    created_at: created_at.toISOString(),
  }))
  return { packages, count }
}

/** There are fewer packages than products, so it is these that are searched. */
async function searchPackages(container: MedusaContainer, q: string): Promise<string[]> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: ["id"],
    filters: { id: await packageProductIds(knex), q },
  })
  return data.map((product) => product.id)
}
