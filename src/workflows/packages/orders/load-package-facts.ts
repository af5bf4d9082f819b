import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../modules/packages"
import { expandPackage, nodesOf, type PackageFacts, type PackageLine } from "../../../rules/packages"
import type { OrderFacts } from "../../orders/order-facts"
import { loadVariants, type ArticleVariant } from "../catalog/load-articles"

/** A package to be priced on an order. */
export interface PackageToPrice {
  productId: string
  variantId: string
  own: PackageLine
}

/** Prices and goods of packages' contents for the customer of an order, as a cart of theirs would have them. */
export async function loadPackageFacts(
  container: MedusaContainer,
  order: OrderFacts,
  packages: readonly PackageToPrice[],
): Promise<PackageFacts> {
  const variants = packages
    .filter(({ productId, own }) => own.book[productId])
    .flatMap(({ productId, variantId, own: { book, selection } }) =>
      nodesOf(expandPackage(book, { productId, variantId, choices: selection.choices })),
    )
  return loadArticleFacts(container, order, variants)
}

/** The same of single articles. */
export async function loadArticleFacts(
  container: MedusaContainer,
  { currencyCode, regionId, customerId, customer }: OrderFacts,
  variants: readonly ArticleVariant[],
): Promise<PackageFacts> {
  const context = { currencyCode, regionId, customerId, customerGroupIds: customer?.groupIds }
  const loaded = await loadVariants(container, variants, context)
  const { timeZone } = container.resolve<CoreModuleService>(CORE_MODULE).options
  const { dayCount } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).options
  return { ...loaded, settings: { timeZone, dayCount }, isBeforePrices: false }
}
