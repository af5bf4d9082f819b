import type { RoomCondition } from "../../../core"

/** Whether one of a cart's products is a package, or an article that is no flat one; part of the one query for all rooms. */
export const HAS_PACKAGE: RoomCondition = { sql: "packages_has_package(facts.product_ids)", bindings: [] }
