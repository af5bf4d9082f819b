import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLineToMatch } from "../../../rules/cart"
import { cartLinesOfOrder } from "../cart/cart-lines-of-order"

/** The dependent lines of billing in an order: set-up fees. Read from its records, not from the lines' metadata. */
export const setupFeeLines = {
  ofOrder: async (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ): Promise<Set<string>> => {
    const records = await cartLinesOfOrder(container, order)
    return new Set([...records].filter(([, { kind }]) => kind !== "product").map(([id]) => id))
  },
}
