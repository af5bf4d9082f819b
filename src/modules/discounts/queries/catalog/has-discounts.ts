import type { RoomCondition } from "../../../core"

/** Whether the store has active discounts; part of the one query for all rooms. */
export const hasDiscounts = (): RoomCondition => ({ sql: "discounts_is_any_active()", bindings: [] })
