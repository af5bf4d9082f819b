import { model } from "@medusajs/framework/utils"
import { DISCOUNT_CHANNELS } from "../../../rules/discounts/states"

/**
 * Why the lines of a cart or order have their prices (D22). Written when a cart is completed, bound to its order when
 * that is placed, and never changed after that: a trigger refuses it. An order edit adds the next version.
 */
export const DiscountRecord = model
  .define("discounts_record", {
    id: model.id({ prefix: "drec" }).primaryKey(),
    cart_id: model.text().nullable(),
    order_id: model.text().nullable(),
    version: model.number().default(1),
    customer_id: model.text().nullable(),
    currency_code: model.text(),
    as_of: model.text(),
    channel: model.enum([...DISCOUNT_CHANNELS]),
    /** The evaluation's answer by line id, with the lines' titles as they were (`DiscountTrace`). */
    trace: model.json(),
    placed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_discounts_record_cart_id", on: ["cart_id"], unique: true, where: "cart_id IS NOT NULL" },
    { name: "IDX_discounts_record_order", on: ["order_id", "version"], unique: true, where: "order_id IS NOT NULL" },
    { name: "IDX_discounts_record_waiting", on: ["created_at"], where: "placed_at IS NULL" },
  ])
