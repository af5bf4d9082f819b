import { model } from "@medusajs/framework/utils"

/**
 * A room's run-time settings, those that an admin changes: one row a room. While there is none, the room's defaults
 * hold. The room's own rule says what may stand in `values`.
 */
export const RoomSettings = model.define("service_core_settings", {
  room: model.text().primaryKey(),
  values: model.json(),
})
