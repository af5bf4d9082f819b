import { model } from "@medusajs/framework/utils"

/**
 * An order by a quick-order link: the basket until it is sent, then the order. A link has one for each order in a row
 * (`turn`), so that two windows fill and send the same one.
 */
export const QuickOrder = model
  .define("customers_quick_order", {
    id: model.id({ prefix: "cqord" }).primaryKey(),
    link_id: model.text(),
    /** How many orders the link has made before it. */
    turn: model.number(),
    /** How often a cart was made of it; the cart's id follows from it. */
    attempt: model.number().default(0),
    /** Variants with quantities and the prices that were shown: a list. */
    items: model.json(),
    /** What the customer wrote: e-mail, address, purchase-order number, wanted date, note. */
    details: model.json().default({}),
    state: model.enum(["open", "placing", "placed"]).default("open"),
    /** Until when who places it may do so; after it, another may. */
    placing_until: model.dateTime().nullable(),
    cart_id: model.text().nullable(),
    order_id: model.text().nullable(),
    placed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_customers_quick_order_turn", on: ["link_id", "turn"], unique: true },
    { name: "IDX_customers_quick_order_cart_id", on: ["cart_id"], unique: true, where: "cart_id IS NOT NULL" },
    { name: "IDX_customers_quick_order_order_id", on: ["order_id"], unique: true, where: "order_id IS NOT NULL" },
  ])
