import type { MedusaContainer } from "@medusajs/framework/types"
import type { CartRentalAnswer } from "../../../contracts/packages/store"
import { rentalLineOf } from "../../../rules/packages"
import { loadStoreCart } from "./store-cart"

/** The single articles of a cart that are priced by time, in the order in which they came. Throws NOT_FOUND. */
export async function readCartRentals(container: MedusaContainer, cartId: string): Promise<CartRentalAnswer[]> {
  const { items, records } = await loadStoreCart(container, cartId)
  return records.flatMap((record): CartRentalAnswer[] => {
    const item = items.find(({ id }) => id === record.lineId)
    const own = rentalLineOf(record.payload)
    if (!item || !own) {
      return []
    }
    const delivery = records.find(({ parentId, kind }) => parentId === record.id && kind === "delivery")
    return [
      {
        line_id: item.id,
        product_id: own.product_id,
        variant_id: own.variant_id,
        title: item.title,
        variant_title: item.variant_title,
        thumbnail: item.thumbnail,
        quantity: item.quantity,
        unit_price: item.unit_price,
        is_tax_inclusive: item.is_tax_inclusive,
        ...own.terms,
        delivery_line_id: delivery?.lineId ?? null,
      },
    ]
  })
}
