import { model } from "@medusajs/framework/utils"

/** What buyers choose of a product, as the rule has checked it (S3). */
export const OptionSet = model
  .define("provisioning_option_set", {
    id: model.id({ prefix: "popt" }).primaryKey(),
    product_id: model.text(),
    options: model.json(),
    version: model.number().default(1),
    changed_in: model.json().default({}),
  })
  .indexes([{ name: "IDX_provisioning_option_set_product_id", on: ["product_id"], unique: true }])
