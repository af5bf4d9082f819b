import { model } from "@medusajs/framework/utils"

/**
 * What the server knows of one cart line, whatever room says it (decision 0006). `key` is random and travels in the
 * line's metadata to the order line; the record is what is trusted.
 */
export const LineRecord = model
  .define("service_core_line_record", {
    id: model.id({ prefix: "slin" }).primaryKey(),
    key: model.text(),
    cart_id: model.text(),
    /** The cart line that carries the key now; another one that carries it is a forgery. */
    line_item_id: model.text(),
    /** The room that `kind` belongs to. */
    room: model.text(),
    kind: model.text(),
    /** The record of the line that this one depends on: a set-up fee's product. Such a line is made by the server. */
    parent_id: model.text().nullable(),
    /** The record of the line at the top: lines of one group are changed and removed together. */
    group_key: model.text(),
    /** What each room keeps of the line, under the room's name and by the room's own schema. */
    payload: model.json(),
    /** What the line sells, to be compared with the order line that shows the key. */
    product_id: model.text().nullable(),
    variant_id: model.text().nullable(),
    order_id: model.text().nullable(),
    order_line_id: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_service_core_line_record_key", on: ["key"], unique: true },
    { name: "IDX_service_core_line_record_cart_id", on: ["cart_id"] },
    { name: "IDX_service_core_line_record_line_item_id", on: ["line_item_id"], unique: true },
    { name: "IDX_service_core_line_record_order_id", on: ["order_id"], where: "order_id IS NOT NULL" },
    {
      name: "IDX_service_core_line_record_order_line_id",
      on: ["order_line_id"],
      unique: true,
      where: "order_line_id IS NOT NULL",
    },
  ])
