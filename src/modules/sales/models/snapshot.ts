import { model } from "@medusajs/framework/utils"

/** What an order said of itself at one time (H6). Rows never change; `schema` says how `content` is read. */
export const Snapshot = model
  .define("sales_snapshot", {
    id: model.id({ prefix: "ssnp" }).primaryKey(),
    sale_id: model.text(),
    number: model.number(),
    schema: model.number(),
    /** Canonical JSON, without a word about people. */
    content: model.text(),
    personal: model.text().nullable(),
  })
  .indexes([{ name: "IDX_sales_snapshot_number", on: ["sale_id", "number"], unique: true }])
