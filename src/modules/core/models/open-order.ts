import { model } from "@medusajs/framework/utils"

/** An order or draft that can still change. The sweep checks it for changes that add no row, such as a new status. */
export const OpenOrder = model.define("service_core_open_order", {
  order_id: model.text().primaryKey(),
})
