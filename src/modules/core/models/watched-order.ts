import { model } from "@medusajs/framework/utils"

/** An order or a draft that is under way: the sweep looks at it again for what no key of Medusa's tells. */
export const WatchedOrder = model.define("service_core_watched_order", {
  order_id: model.text().primaryKey(),
})
