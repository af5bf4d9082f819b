import type { MedusaContainer } from "@medusajs/framework/types"
import type { Breakdown } from "../../../contracts/packages/breakdown"
import { contentLineOf, packageLineOf, type AgreedPrices, type PackageLine } from "../../../rules/packages"
import { invalidFields } from "../../errors/invalid-fields"
import { loadOrder } from "../../orders/load-orders"
import type { ArticleContext } from "../catalog/load-articles"
import { loadPackageSale } from "../orders/load-package-sale"

/** The order or draft that a breakdown stands beside (P23). */
export interface BreakdownOrder {
  /** Who buys there, and at whose prices. */
  context: ArticleContext
  /** What was sold, at which prices (P20); null: the package is not on it yet. */
  sold: SoldPackage | null
}

export interface SoldPackage {
  own: PackageLine
  prices: AgreedPrices
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
    sold: line_id === undefined ? null : await soldPackage(container, { product_id, order_id, line_id }),
  }
}

/** As the order's open edit makes it. */
async function soldPackage(
  container: MedusaContainer,
  { product_id, order_id, line_id }: { product_id: string; order_id: string; line_id: string },
): Promise<SoldPackage> {
  const { lines } = await loadPackageSale(container, order_id)
  const found = lines.find(({ line }) => line.id === line_id && line.productId === product_id)
  const own = packageLineOf(found?.record?.payload)
  if (!found || !own?.book[product_id]) {
    throw invalidFields("The package was not priced", [
      { field: "for_order.line_id", reason: "is no line of this package on the order" },
    ])
  }
  const contents = lines.flatMap(({ line, record }) => {
    const content = record?.parentId === found.record?.id ? contentLineOf(record?.payload) : null
    return content ? [[content.slot, { ...content, unitPrice: line.unitPrice }] as const] : []
  })
  return { own, prices: { package: found.line.unitPrice, contents: new Map(contents) } }
}
