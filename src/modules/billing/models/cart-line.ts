import { model } from "@medusajs/framework/utils"
import { CART_LINE_KINDS } from "../../../rules/billing/states"

/**
 * What the server knows of a cart line (decision 0006): its kind, its parent, the terms it is sold under.
 * `key` is random and travels in the line's metadata to the order line; the record is what is trusted.
 */
export const CartLine = model
  .define("billing_cart_line", {
    id: model.id({ prefix: "bcl" }).primaryKey(),
    key: model.text(),
    cart_id: model.text(),
    /** The cart line that carries the key now; another one that carries it is a forgery. */
    line_item_id: model.text(),
    kind: model.enum([...CART_LINE_KINDS]),
    /** The product line's record that a companion belongs to. */
    parent_id: model.text().nullable(),
    offer_id: model.text(),
    cycle_id: model.text().nullable(),
    /** What the line sells, to be compared with the order line that shows the key. A companion has no variant. */
    product_id: model.text(),
    variant_id: model.text().nullable(),
    /** The rule's `LineTerms`, amounts as decimal strings in major units. */
    terms: model.json(),
    order_id: model.text().nullable(),
    order_line_id: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_billing_cart_line_key", on: ["key"], unique: true },
    { name: "IDX_billing_cart_line_cart_id", on: ["cart_id"] },
    { name: "IDX_billing_cart_line_line_item_id", on: ["line_item_id"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_billing_cart_line_order_line_id",
      on: ["order_line_id"],
      unique: true,
      where: "order_line_id IS NOT NULL",
    },
  ])
