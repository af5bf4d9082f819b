import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import type { PackagePrice, PackageViewer } from "../../ports/packages/package-prices"
import { allEntries, visibleEntries } from "../../../rules/packages"
import { findStorePackage } from "./find-store-package"
import { priceStorePackage } from "./price-store-package"

/**
 * What the packages among these products cost with the contents that their recipes choose, one after the other. What is priced by
 * the hour or the day, or in percent, is asked for.
 */
export async function pricesOfPackages(
  container: MedusaContainer,
  productIds: readonly string[],
  viewer: PackageViewer,
): Promise<Map<string, PackagePrice>> {
  const packages = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
  const wanted = { product_id: [...productIds] }
  const found = productIds.length ? await packages.listPackages(wanted, { select: ["product_id"], take: null }) : []
  const articles = productIds.length
    ? await packages.listArticles(wanted, { select: ["variant_id", "unit"], take: null })
    : []
  const asked = articles.filter(({ unit }) => unit !== "flat")
  const prices = new Map<string, PackagePrice>(asked.map(({ variant_id }) => [variant_id, { kind: "ask" }]))
  for (const { product_id } of found) {
    for (const [variantId, price] of await pricesOf(container, product_id, viewer)) {
      prices.set(variantId, price)
    }
  }
  return prices
}

async function pricesOf(
  container: MedusaContainer,
  product_id: string,
  { now, ...visitor }: PackageViewer,
): Promise<[string, PackagePrice][]> {
  const { product, book } = await findStorePackage(container, product_id, visitor)
  const hasChoices = allEntries(visibleEntries(book, product_id)).some(
    ({ entry }) => entry.isOptional || entry.group !== null || entry.isFreeQuantity,
  )
  return Promise.all(
    product.variants.map(async ({ id }): Promise<[string, PackagePrice]> => {
      try {
        const asked = { product_id, variant_id: id, quantity: 1, now }
        const { total, needs_period } = await priceStorePackage(container, asked, visitor)
        return [id, needs_period ? { kind: "ask" } : { kind: "price", total, hasChoices }]
      } catch (error) {
        // The rule refuses what cannot be priced as it stands; a fault is a fault.
        if ((Object(error) as { type?: unknown }).type === "not_allowed") {
          return [id, { kind: "ask" }]
        }
        throw error
      }
    }),
  )
}
