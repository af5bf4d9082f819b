import { model } from "@medusajs/framework/utils"

/**
 * How often a customer has used a discount. Raised by one conditional update, so that a limit holds under concurrency.
 */
export const UseCount = model
  .define("discounts_use_count", {
    id: model.id({ prefix: "dcnt" }).primaryKey(),
    discount_id: model.text(),
    customer_key: model.text(),
    used: model.number().default(0),
  })
  .indexes([{ name: "IDX_discounts_use_count_customer", on: ["discount_id", "customer_key"], unique: true }])
