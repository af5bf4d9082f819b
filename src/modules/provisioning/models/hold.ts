import { model } from "@medusajs/framework/utils"

/** What a cart takes of a stock of services from its completion until its services are there (S9). */
export const Hold = model
  .define("provisioning_hold", {
    id: model.id({ prefix: "phld" }).primaryKey(),
    cart_id: model.text(),
    product_id: model.text(),
    quantity: model.number(),
    /** Where no order came of the cart, it is over then. */
    expires_at: model.dateTime(),
  })
  .indexes([
    { name: "IDX_provisioning_hold_cart_id", on: ["cart_id", "product_id"], unique: true },
    { name: "IDX_provisioning_hold_product_id", on: ["product_id"] },
    { name: "IDX_provisioning_hold_expires_at", on: ["expires_at"] },
  ])
