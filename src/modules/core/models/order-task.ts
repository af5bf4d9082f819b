import { model } from "@medusajs/framework/utils"

/** What a room has to make of a change of an order. It waits until the room has done it; a failure is tried again. */
export const OrderTask = model
  .define("service_core_order_task", {
    /** `<change_id>:<room>` */
    id: model.text().primaryKey(),
    change_id: model.text(),
    room: model.text(),
    order_id: model.text(),
    handled_at: model.dateTime().nullable(),
    /** Not before: a process that has taken it has until then, a failure waits until then. */
    due_at: model.dateTime(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_service_core_order_task_waiting", on: ["due_at"], where: "handled_at IS NULL" },
    { name: "IDX_service_core_order_task_of_order", on: ["order_id"], where: "handled_at IS NULL" },
  ])
