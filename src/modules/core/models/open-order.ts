import { model } from "@medusajs/framework/utils"

/** An order or a draft that is under way: the sweep looks at it again for what no key of Medusa's tells. */
export const OpenOrder = model.define("service_core_open_order", {
  order_id: model.text().primaryKey(),
})
