import { model } from "@medusajs/framework/utils"

/** An entry in a record's time line, for all rooms: a subscription, a service, a customer. Entries never change. */
export const TimelineEntry = model
  .define("service_core_timeline_entry", {
    id: model.id({ prefix: "stle" }).primaryKey(),
    room: model.text(),
    /** What kind of record it is about: `subscription`. */
    subject: model.text(),
    subject_id: model.text(),
    /** e.g. `created`, `activated`, `renewed`, `charge_failed`, `cancel_scheduled`. */
    type: model.text(),
    /** The business date that it belongs to. */
    as_of: model.text(),
    /** `system`, `customer:<id>` or `user:<id>`. */
    actor: model.text(),
    data: model.json(),
  })
  .indexes([{ name: "IDX_service_core_timeline_entry_subject", on: ["subject_id", "created_at"] }])
