import { model } from "@medusajs/framework/utils"

/** One push of the demo clock: from `created_at` on, the store's date is this many days ahead of the real one. */
export const ClockOffset = model.define("service_core_clock_offset", {
  id: model.id({ prefix: "sclk" }).primaryKey(),
  days_ahead: model.number(),
  /** The requested interval: `1 month`. */
  label: model.text(),
})
