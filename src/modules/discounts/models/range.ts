import { model } from "@medusajs/framework/utils"

/**
 * One range of an order discount (D1). Two of one currency that share a value are refused by a constraint trigger (D2).
 */
export const Range = model
  .define("discounts_range", {
    id: model.id({ prefix: "drng" }).primaryKey(),
    order_discount_id: model.text(),
    currency_code: model.text(),
    /** Both bounds are inclusive; null is open. Exact: numeric columns, read and written as decimal strings. */
    min_value: model.text().nullable(),
    max_value: model.text().nullable(),
    percent: model.text(),
  })
  .indexes([{ name: "IDX_discounts_range_order_discount_id", on: ["order_discount_id"] }])
