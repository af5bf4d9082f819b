import type { RoomCondition } from "../../../core"

/** Whether one of these products is a package, or an article that is no flat one; part of the one query for all rooms. */
export const hasPackage = (productIds: string[]): RoomCondition => ({
  sql: "packages_has_package(?::text[])",
  bindings: [productIds],
})
