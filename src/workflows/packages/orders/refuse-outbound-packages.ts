import type { MedusaContainer } from "@medusajs/framework/types"
import { refuse } from "../../errors/refuse"
import { loadRecipeBook } from "../catalog/load-recipe-book"
import { productsOfVariants } from "../catalog/products-of-variants"

/**
 * Refuses packages among what an exchange or a claim sends: Medusa's edit of either has no room for their contents, so the
 * customer would get the package's line alone. By an order edit they are added with all that is in them.
 */
export async function refuseOutboundPackages(
  container: MedusaContainer,
  variantIds: readonly (string | null | undefined)[],
): Promise<void> {
  const products = await productsOfVariants(
    container,
    variantIds.flatMap((id) => id ?? []),
  )
  const book = await loadRecipeBook(container, [...new Set(products.values())])
  const index = variantIds.findIndex((id) => book[products.get(id ?? "") ?? ""] !== undefined)
  if (index >= 0) {
    refuse(
      `items.${index}.variant_id`,
      "A package cannot be sent in exchange: add it to the order by an edit, which gives it its contents",
    )
  }
}
