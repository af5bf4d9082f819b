import { model } from "@medusajs/framework/utils"
import { ORDER_CHANGE_KINDS } from "../order-changes"

/**
 * A recorded change of an order. The id is built from the kind and Medusa's record, so an event and a sweep that find
 * the same change find the same row.
 */
export const OrderChange = model
  .define("service_core_order_change", {
    /** `<kind>:<source_id>` */
    id: model.text().primaryKey(),
    order_id: model.text(),
    kind: model.enum(ORDER_CHANGE_KINDS),
    /** Medusa's record of the change: `capt_…`, `ordch_…`, or the order's own id. */
    source_id: model.text(),
    /** True: an event reported it. False: the sweep found it. */
    by_event: model.boolean(),
  })
  .indexes([{ name: "IDX_service_core_order_change_order_id", on: ["order_id"] }])
