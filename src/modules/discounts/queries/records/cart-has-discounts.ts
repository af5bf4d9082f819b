import type { RoomCondition } from "../../../core"
import { hasDiscounts } from "../catalog/has-discounts"

/** Whether the store has active discounts, or the cart has adjustments of earlier ones. */
export const cartHasDiscounts = (cartId: string, provider: string): RoomCondition => ({
  sql: `${hasDiscounts().sql} or discounts_is_cart_discounted(?::text, ?::text)`,
  bindings: [cartId, provider],
})
