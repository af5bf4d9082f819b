import { model } from "@medusajs/framework/utils"

/**
 * A sweep's position: everything before `position` has been handled. A position is a ULID or an ISO instant, so that
 * later ones sort after earlier ones byte by byte.
 */
export const SweepCursor = model.define("service_core_sweep_cursor", {
  name: model.text().primaryKey(),
  position: model.text(),
})
