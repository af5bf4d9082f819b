import { model } from "@medusajs/framework/utils"

/** A Medusa customer of a profile. One belongs to one profile; a profile may have several after a merge (C9). */
export const Customer = model
  .define("customers_customer", {
    id: model.id({ prefix: "ccust" }).primaryKey(),
    customer_id: model.text(),
    profile_id: model.text(),
    /** The one that orders are made for. */
    is_main: model.boolean().default(true),
  })
  .indexes([
    { name: "IDX_customers_customer_customer_id", on: ["customer_id"], unique: true },
    { name: "IDX_customers_customer_main", on: ["profile_id"], unique: true, where: "is_main" },
    { name: "IDX_customers_customer_profile_id", on: ["profile_id"] },
  ])
