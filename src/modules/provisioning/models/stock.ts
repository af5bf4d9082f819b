import { model } from "@medusajs/framework/utils"

/** How many services of a product there may be at once (S9). A product without a row has no limit. */
export const Stock = model
  .define("provisioning_stock", {
    id: model.id({ prefix: "pstk" }).primaryKey(),
    product_id: model.text(),
    stock: model.number(),
  })
  .indexes([{ name: "IDX_provisioning_stock_product_id", on: ["product_id"], unique: true }])
