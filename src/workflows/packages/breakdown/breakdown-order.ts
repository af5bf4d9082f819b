import type { MedusaContainer } from "@medusajs/framework/types"
import type { Breakdown } from "../../../contracts/packages/breakdown"
import { packageLineOf, type RecipeBook } from "../../../rules/packages"
import { invalidFields } from "../../errors/invalid-fields"
import { loadOrder } from "../../orders/load-orders"
import type { ArticleContext } from "../catalog/load-articles"
import { loadPackageSale } from "../orders/load-package-sale"

/** The order or draft that a breakdown stands beside (P23). */
export interface BreakdownOrder {
  /** Who buys there, and at whose prices. */
  context: ArticleContext
  /** The recipe that was sold (P20); null: the package is not on it yet. */
  book: RecipeBook | null
}

/** Null: the breakdown is of none. Throws NOT_FOUND. */
export async function breakdownOrder(
  container: MedusaContainer,
  { product_id, for_order }: { product_id: string; for_order?: Breakdown["for_order"] },
): Promise<BreakdownOrder | null> {
  if (!for_order) {
    return null
  }
  const { order_id, line_id } = for_order
  const order = await loadOrder(container, order_id)
  const { currencyCode, regionId, customerId, customer } = order
  return {
    context: { currencyCode, regionId, customerId, customerGroupIds: customer?.groupIds },
    book: line_id === undefined ? null : await soldBook(container, { product_id, order_id, line_id }),
  }
}

/** As the order's open edit makes it. */
async function soldBook(
  container: MedusaContainer,
  { product_id, order_id, line_id }: { product_id: string; order_id: string; line_id: string },
): Promise<RecipeBook> {
  const { lines } = await loadPackageSale(container, order_id)
  const found = lines.find(({ line }) => line.id === line_id && line.productId === product_id)
  const own = packageLineOf(found?.record?.payload)
  if (!own?.book[product_id]) {
    throw invalidFields("The package was not priced", [
      { field: "for_order.line_id", reason: "is no line of this package on the order" },
    ])
  }
  return own.book
}
