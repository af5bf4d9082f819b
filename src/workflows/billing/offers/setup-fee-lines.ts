import type { MedusaContainer } from "@medusajs/framework/types"
import { feeParentOf } from "../../../rules/billing"
import type { OrderLineToMatch } from "../../../rules/cart"
import { cartLinesOfOrder } from "../cart/cart-lines-of-order"

/** The dependent lines of billing in an order: set-up fees. Those of a cart by its records, those of an admin's sale by their mark. */
export const setupFeeLines = {
  ofOrder: async (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ): Promise<Set<string>> => {
    const records = await cartLinesOfOrder(container, order)
    const added = order.lines.filter((line) => !records.has(line.id) && feeParentOf(line) !== null)
    return new Set([
      ...[...records].filter(([, { parentId }]) => parentId !== null).map(([id]) => id),
      ...added.map(({ id }) => id),
    ])
  },
}
