import { model } from "@medusajs/framework/utils"

/** A line of a subscription's time line. Rows are only ever added. */
export const SubscriptionEvent = model
  .define("billing_subscription_event", {
    id: model.id({ prefix: "bsev" }).primaryKey(),
    subscription_id: model.text(),
    /** e.g. `created`, `activated`, `renewed`, `charge_failed`, `cancel_scheduled`. */
    type: model.text(),
    /** The business date that it belongs to. */
    as_of: model.text(),
    /** `system`, `customer:<id>` or `user:<id>`. */
    actor: model.text(),
    data: model.json(),
  })
  .indexes([{ name: "IDX_billing_subscription_event_subscription_id", on: ["subscription_id", "created_at"] }])
