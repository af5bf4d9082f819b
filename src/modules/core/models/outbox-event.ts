import { model } from "@medusajs/framework/utils"

/** An event that is written in the transaction of the change it reports, and dispatched at least once (decision 0008). */
export const OutboxEvent = model
  .define("service_core_outbox_event", {
    id: model.id({ prefix: "sevt" }).primaryKey(),
    /** Of any room, or of Medusa: `billing.renewal.issued`, `order.placed`. */
    name: model.text(),
    data: model.json(),
    dispatched_at: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_service_core_outbox_event_waiting", on: ["id"], where: "dispatched_at IS NULL" }])
