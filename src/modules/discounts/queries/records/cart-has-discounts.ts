import type { RoomCondition } from "../../../core"
import { hasDiscounts } from "../catalog/has-discounts"

/** Whether the store has active discounts, or the cart has adjustments of earlier ones. */
export const cartHasDiscounts = (cartId: string, provider: string): RoomCondition => ({
  sql: `${hasDiscounts().sql}
    or exists (select 1 from cart_line_item_adjustment a join cart_line_item i on i.id = a.item_id
         where i.cart_id = ? and a.provider_id = ? and a.deleted_at is null and i.deleted_at is null)`,
  bindings: [cartId, provider],
})
