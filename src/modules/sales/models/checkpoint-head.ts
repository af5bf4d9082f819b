import { model } from "@medusajs/framework/utils"

/** A head that a checkpoint found changed since the last one that kept it: the last of each chain are what it has hashed. */
export const CheckpointHead = model
  .define("sales_checkpoint_head", {
    id: model.id({ prefix: "schh" }).primaryKey(),
    number: model.number(),
    sale_id: model.text(),
    seq: model.number(),
    hash: model.text(),
  })
  .indexes([{ name: "IDX_sales_checkpoint_head_sale", on: ["sale_id", "number"], unique: true }])
