import { model } from "@medusajs/framework/utils"
import { ORDER_CHANGE_KINDS } from "../order-changes"

/**
 * A change of an order that was heard of. The id is the change's own name, kind and record: whoever finds it again, by
 * event or by sweep, finds this row.
 */
export const OrderChange = model
  .define("service_core_order_change", {
    /** `<kind>:<source_id>` */
    id: model.text().primaryKey(),
    order_id: model.text(),
    kind: model.enum(ORDER_CHANGE_KINDS),
    /** Medusa's record of it: `capt_…`, `ordch_…`, or the order's own id. */
    source_id: model.text(),
    /** Whether an event has told it; else the sweep has found it. */
    by_event: model.boolean(),
  })
  .indexes([{ name: "IDX_service_core_order_change_order_id", on: ["order_id"] }])
