import { model } from "@medusajs/framework/utils"

/**
 * A room's settings that an admin can change: one row per room. Without a row, the room's defaults apply. The room's
 * own rule validates `values`.
 */
export const RoomSettings = model.define("service_core_settings", {
  room: model.text().primaryKey(),
  values: model.json(),
  /** Raised by each change that people make; a save on an earlier one is refused. */
  version: model.number().default(1),
  /** By field: the version in which it was last changed. */
  changed_in: model.json().default({}),
})
