import { model } from "@medusajs/framework/utils"

/** How far a sweep has come: everything before `position` has been looked at. */
export const Sweep = model.define("billing_sweep", {
  name: model.text().primaryKey(),
  position: model.dateTime(),
})
