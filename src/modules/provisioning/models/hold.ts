import { model } from "@medusajs/framework/utils"

/** What a cart, an order's edit or a subscription's change takes of a stock of services until its services are there (S9). */
export const Hold = model
  .define("provisioning_hold", {
    id: model.id({ prefix: "phld" }).primaryKey(),
    /** The cart's id, the order's or the subscription's. */
    cart_id: model.text(),
    product_id: model.text(),
    quantity: model.number(),
    /** Of a subscription: it holds until it has so many services of the product. */
    units: model.number().nullable(),
    /** Where no order came of the cart, it is over then. */
    expires_at: model.dateTime(),
  })
  .indexes([
    { name: "IDX_provisioning_hold_cart_id", on: ["cart_id", "product_id"], unique: true },
    { name: "IDX_provisioning_hold_product_id", on: ["product_id"] },
    { name: "IDX_provisioning_hold_expires_at", on: ["expires_at"] },
  ])
