import { model } from "@medusajs/framework/utils"

/** An event that was written with the change it tells of, and is dispatched at least once (decision 0008). */
export const OutboxEvent = model
  .define("billing_outbox_event", {
    id: model.id({ prefix: "bevt" }).primaryKey(),
    name: model.text(),
    data: model.json(),
    dispatched_at: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_billing_outbox_event_waiting", on: ["id"], where: "dispatched_at IS NULL" }])
