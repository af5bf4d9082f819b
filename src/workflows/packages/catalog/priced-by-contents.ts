import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import type { NamedArticles } from "../../ports/packages/priced-by-contents"
import { productsOfVariants } from "./products-of-variants"

/** Packages that their contents make the price of, by their product or by a variant of it. */
export const packagesPricedByContents = {
  among: async (container: MedusaContainer, { productIds, variantIds }: NamedArticles): Promise<Set<string>> => {
    const products = await productsOfVariants(container, variantIds)
    const product_id = [...new Set([...productIds, ...products.values()])]
    const packages = product_id.length
      ? await container
          .resolve<PackagesModuleService>(PACKAGES_MODULE)
          .listPackages({ product_id, pricing: ["contents_all", "contents_visible"] }, { select: ["product_id"] })
      : []
    const found = new Set(packages.map((one) => one.product_id))
    return new Set([
      ...productIds.filter((id) => found.has(id)),
      ...variantIds.filter((id) => found.has(products.get(id) ?? "")),
    ])
  },
}
