import { model } from "@medusajs/framework/utils"

/**
 * The server's record of one cart line, for all rooms (decision 0006). `key` is random and travels in the line's
 * metadata to the order line; only the record is trusted.
 */
export const LineRecord = model
  .define("service_core_line_record", {
    id: model.id({ prefix: "slin" }).primaryKey(),
    key: model.text(),
    cart_id: model.text(),
    /** The cart line that has the key now; the key on any other line is a forgery. */
    line_item_id: model.text(),
    /** The room that `kind` belongs to. */
    room: model.text(),
    kind: model.text(),
    /** The record of the parent line: the product of a set-up fee. The server creates such a dependent line. */
    parent_id: model.text().nullable(),
    /** The key of the topmost parent: lines of one group are changed and removed together. */
    group_key: model.text(),
    /** Each room's data on the line, under the room's name and validated by the room's schema. */
    payload: model.json(),
    /** The line's product and variant, to be compared with the order line that has the key. */
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
