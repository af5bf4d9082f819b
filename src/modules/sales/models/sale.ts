import { model } from "@medusajs/framework/utils"
import { SALE_PAYMENT_STATUSES, SALE_STATUSES } from "../../../rules/sales"

/** The record of one order (H1): where it stands now. What it went through are its events. */
export const Sale = model
  .define("sales_sale", {
    id: model.id({ prefix: "sale" }).primaryKey(),
    order_id: model.text(),
    display_id: model.number().nullable(),
    customer_id: model.text().nullable(),
    /** Whose personal fields stand in its chain. */
    person_ids: model.array().default([]),
    status: model.enum([...SALE_STATUSES]),
    payment_status: model.enum([...SALE_PAYMENT_STATUSES]),
    /** Whether it counts in figures: a payment was validated once (H3). */
    is_effective: model.boolean(),
    /** The types of what was sold (H4), sorted; fees have none. */
    types: model.array().default([]),
    currency_code: model.text(),
    /** Exact, as the other amounts: numeric columns, read and written as decimal strings. */
    total: model.text(),
    received: model.text().default("0"),
    refunded: model.text().default("0"),
    /** The store's day of the order. */
    sold_on: model.text(),
    sold_at: model.dateTime(),
    /** The next day on which time alone may change its status. */
    next_on: model.text().nullable(),
    /** Number and titles, folded, and the beginnings of their words; nothing about people. */
    search_text: model.text().default(""),
    search_prefixes: model.array().default([]),
  })
  .indexes([
    { name: "IDX_sales_sale_order_id", on: ["order_id"], unique: true },
    { name: "IDX_sales_sale_sold_on", on: ["sold_on", "sold_at", "id"] },
    { name: "IDX_sales_sale_customer_id", on: ["customer_id", "sold_at", "id"] },
    { name: "IDX_sales_sale_next_on", on: ["next_on", "id"], where: "next_on IS NOT NULL" },
  ])
