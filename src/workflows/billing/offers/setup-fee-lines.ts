import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLineToMatch } from "../../../rules/cart"
import { cartLinesOfOrder } from "../cart/cart-lines-of-order"

/** The lines of an order that billing has added to others: set-up fees. Its records say so, not the lines' metadata. */
export const setupFeeLines = {
  ofOrder: async (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ): Promise<Set<string>> => {
    const records = await cartLinesOfOrder(container, order)
    return new Set([...records].filter(([, { kind }]) => kind !== "product").map(([id]) => id))
  },
}
