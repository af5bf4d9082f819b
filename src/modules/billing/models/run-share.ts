import { model } from "@medusajs/framework/utils"

/** How many subscriptions each worker billed in a run. */
export const RunShare = model
  .define("billing_run_share", {
    id: model.id({ prefix: "brsh" }).primaryKey(),
    run_id: model.text(),
    worker: model.text(),
    subscriptions: model.number().default(0),
    last_seen_at: model.dateTime(),
  })
  .indexes([{ name: "IDX_billing_run_share_worker", on: ["run_id", "worker"], unique: true }])
