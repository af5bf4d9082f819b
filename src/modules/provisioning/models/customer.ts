import { model } from "@medusajs/framework/utils"

/** What holds for all services of a customer (S6). */
export const Customer = model
  .define("provisioning_customer", {
    id: model.id({ prefix: "pcus" }).primaryKey(),
    customer_id: model.text(),
    never_suspend: model.boolean().default(true),
  })
  .indexes([{ name: "IDX_provisioning_customer_customer_id", on: ["customer_id"], unique: true }])
