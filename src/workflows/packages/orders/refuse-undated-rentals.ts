import type { MedusaContainer } from "@medusajs/framework/types"
import { PACKAGES_MODULE, type PackagesModuleService, readLineFacts } from "../../../modules/packages"
import { isTimed } from "../../../rules/packages"
import { refuse } from "../../errors/refuse"
import { productsOfVariants } from "../catalog/products-of-variants"

/**
 * Refuses articles among an order's new items that are rented, and counted in stock: Medusa's own routes have no place for
 * a period, and would reserve them for good. In a package they are out for its period.
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
}
