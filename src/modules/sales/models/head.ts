import { model } from "@medusajs/framework/utils"

/** Where a chain ends: written in the transaction of its last event (H8). */
export const Head = model.define("sales_head", {
  sale_id: model.text().primaryKey(),
  seq: model.number(),
  hash: model.text(),
})
