import { model } from "@medusajs/framework/utils"

/** One room's task for one order change. It is open until the room has handled it; a failure is retried. */
export const OrderTask = model
  .define("service_core_order_task", {
    /** `<change_id>:<room>` */
    id: model.text().primaryKey(),
    change_id: model.text(),
    room: model.text(),
    order_id: model.text(),
    handled_at: model.dateTime().nullable(),
    /** Due from then on: the end of the current claim, or the next retry. */
    due_at: model.dateTime(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_service_core_order_task_waiting", on: ["due_at"], where: "handled_at IS NULL" },
    { name: "IDX_service_core_order_task_handled", on: ["handled_at"], where: "handled_at IS NOT NULL" },
    { name: "IDX_service_core_order_task_of_order", on: ["order_id"], where: "handled_at IS NULL" },
  ])
