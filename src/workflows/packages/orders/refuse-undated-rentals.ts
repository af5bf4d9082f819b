import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService, readLineFacts } from "../../../modules/packages"
import { expandPackage, isTimed, needsPeriod, nodesOf } from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import { contentProductsOf } from "../catalog/content-products"
import { articlesAt } from "../catalog/load-articles"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { productsOfVariants } from "../catalog/products-of-variants"

/**
 * Refuses articles among an order's new items that are rented, and counted in stock, and packages of such: Medusa's own
 * routes have no place for a period, and would reserve them for good. In a package they are out for its period.
 */
export async function refuseUndatedRentals(
  container: MedusaContainer,
  variantIds: readonly (string | null | undefined)[],
): Promise<void> {
  const products = await productsOfVariants(
    container,
    variantIds.flatMap((id) => id ?? []),
  )
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const variants = [...products].map(([variantId, productId]) => ({ productId, variantId }))
  const rows = await readLineFacts(knex, { variants, currencyCode: "" })
  const rented = new Set(rows.filter((row) => isTimed(row.unit) && row.is_stocked).map((row) => row.variant_id))
  const index = variantIds.findIndex((id) => rented.has(id ?? ""))
  if (index >= 0) {
    refuse(
      `items.${index}.variant_id`,
      "It is rented, and there is no place for a date here: sell it in a package with a period, or from the shop",
    )
  }
  await refuseUndatedPackages(container, variantIds, products)
}

async function refuseUndatedPackages(
  container: MedusaContainer,
  variantIds: readonly (string | null | undefined)[],
  productOf: ReadonlyMap<string, string>,
): Promise<void> {
  const book = await loadRecipeBook(container, [...new Set(productOf.values())])
  const roots = new Map(
    [...productOf]
      .filter(([, productId]) => book[productId])
      .map(([variantId, productId]) => [variantId, expandPackage(book, { productId, variantId, choices: [] })]),
  )
  if (!roots.size) {
    return
  }
  const nodes = [...roots.values()].flatMap(nodesOf)
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const [articles, rows] = await Promise.all([
    articlesAt(container, nodes, { currencyCode: "", prices: new Map() }),
    readLineFacts(knex, { variants: nodes, currencyCode: "" }),
  ])
  const facts = { articles, products: contentProductsOf(rows) }
  const index = variantIds.findIndex((id) => {
    const root = roots.get(id ?? "")
    return root !== undefined && needsPeriod(root, facts)
  })
  if (index >= 0) {
    refuse(
      `items.${index}.variant_id`,
      "It is rented, and there is no place for a date here: add it as a package, with its period",
    )
  }
}
