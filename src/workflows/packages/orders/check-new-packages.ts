import type { MedusaContainer } from "@medusajs/framework/types"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { productsOfVariants } from "../catalog/products-of-variants"
import { loadPackageSale } from "./load-package-sale"
import { planPackageChange } from "./plan-package-change"

export interface NewItems {
  order_id: string
  items: readonly { variant_id?: string | null; quantity?: number }[]
  now: string
}

/**
 * Refuses packages among the items of an open edit that could not get their contents: Medusa's own route would add their
 * lines alone. It reads only.
 */
export async function checkNewPackages(container: MedusaContainer, { order_id, items, now }: NewItems): Promise<void> {
  const products = await productsOfVariants(
    container,
    items.flatMap(({ variant_id }) => variant_id ?? []),
  )
  const book = await loadRecipeBook(container, [...new Set(products.values())])
  const packages = items.flatMap(({ variant_id, quantity = 1 }) =>
    variant_id && book[products.get(variant_id) ?? ""] ? [{ variant_id, quantity }] : [],
  )
  if (packages.length) {
    const sale = await loadPackageSale(container, order_id)
    for (const one of packages) {
      await planPackageChange(container, { kind: "add", ...one }, { sale, now })
    }
  }
}
