import { model } from "@medusajs/framework/utils"

/**
 * An order that was canceled or archived. Once its changes are pruned, this row says that all up to `closed_at` were
 * recorded.
 */
export const ClosedOrder = model
  .define("service_core_closed_order", {
    order_id: model.text().primaryKey(),
    closed_at: model.dateTime(),
    pruned_at: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_service_core_closed_order_waiting", on: ["closed_at"], where: "pruned_at IS NULL" }])
