import type { PackageListAnswer } from "../../../contracts/packages/packages"
import { sdk } from "../sdk"
import type { FoundPage, Option } from "../use-found"

const MOST = 20

/** Packages by their names; an option's id is the product's. */
export async function searchPackages(q: string, offset: number): Promise<FoundPage<Option>> {
  const { packages, count } = await sdk.client.fetch<PackageListAnswer>("/admin/packages", {
    query: { limit: MOST, offset, ...(q && { q }) },
  })
  const options = packages.flatMap(({ product_id, product }) =>
    product ? [{ id: product_id, title: product.title }] : [],
  )
  return { options, count }
}
