import { model } from "@medusajs/framework/utils"

/** A hash over all heads at one time, linked to the one before (H8). Rows never change. */
export const Checkpoint = model
  .define("sales_checkpoint", {
    id: model.id({ prefix: "schk" }).primaryKey(),
    number: model.number(),
    taken_at: model.text(),
    chains: model.number(),
    events: model.number(),
    root: model.text(),
    previous_hash: model.text(),
    hash: model.text(),
  })
  .indexes([{ name: "IDX_sales_checkpoint_number", on: ["number"], unique: true }])
