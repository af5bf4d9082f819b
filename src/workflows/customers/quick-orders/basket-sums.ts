import type { MedusaContainer } from "@medusajs/framework/types"
import { basketKey, packagePrice, type BasketItem } from "../../../rules/customers"
import { multiply, type Decimal } from "../../../rules/money"
import { personalPrices } from "../../ports/personal-prices"
import { viewerOf, type QuickOrderContext } from "./quick-order-context"
import type { ShownVariant } from "./read-catalogue"

interface Line {
  item: BasketItem
  variant: ShownVariant | null
}

/**
 * What each line of a basket comes to, in their order: discounts are rounded once a line, as on the order, and not once a piece
 * (15 % on 0.99 × 7 is 5.89); null: it is not sold.
 */
export async function sumsOfBasket(
  container: MedusaContainer,
  context: QuickOrderContext,
  lines: readonly Line[],
): Promise<(Decimal | null)[]> {
  const articles = lines.filter(({ variant }) => variant && !variant.isByContents)
  const asked = articles.map(({ item }) => ({
    id: basketKey(item),
    variantId: item.variant_id,
    quantity: item.quantity,
  }))
  const sums = await personalPrices.get().ofLines(container, asked, viewerOf(context))
  return lines.map((line) => sums.get(basketKey(line.item)) ?? sumByContents(context, line))
}

function sumByContents({ customer, place }: QuickOrderContext, { item, variant }: Line): Decimal | null {
  if (variant?.item.kind !== "order") {
    return null
  }
  const total = multiply(variant.item.listPrice, String(item.quantity))
  return packagePrice({ total, percent: customer.percent, currency: place.currencyCode }).yourPrice
}
