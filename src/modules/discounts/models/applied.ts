import { model } from "@medusajs/framework/utils"
import { APPLIED_KINDS } from "../../../rules/discounts/report/given-back"
import { DISCOUNT_SOURCES } from "../../../rules/discounts/states"

/**
 * What a discount took off an order line, under the name it had: the report's source (D24). A trigger refuses every
 * change but one: a row can be reversed once, when its order is canceled or a later version of it takes its place.
 */
export const Applied = model
  .define("discounts_applied", {
    id: model.text().primaryKey(),
    order_id: model.text(),
    order_line_id: model.text(),
    version: model.number().default(1),
    /** Null for the personal percentage. */
    discount_id: model.text().nullable(),
    source: model.enum([...DISCOUNT_SOURCES]),
    name: model.text(),
    /** With or without tax, as `line_price` is. Exact: numeric columns, decimal strings. */
    amount: model.text(),
    line_price: model.text(),
    quantity: model.text(),
    currency_code: model.text(),
    applied_on: model.text(),
    kind: model.enum([...APPLIED_KINDS]),
    reversed_on: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_discounts_applied_on", on: ["applied_on"] },
    { name: "IDX_discounts_applied_discount_id", on: ["discount_id"] },
    { name: "IDX_discounts_applied_reversed_on", on: ["reversed_on"], where: "reversed_on is not null" },
  ])
