import type { RoomCondition } from "../../../core"

/** Whether the store has active discounts; a subquery of the one statement for all rooms. */
export const hasDiscounts = (): RoomCondition => ({
  sql: `exists (select 1 from discounts_order_discount where is_active and deleted_at is null)
    or exists (select 1 from discounts_discount where is_active and deleted_at is null)`,
  bindings: [],
})
