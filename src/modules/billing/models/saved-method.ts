import { model } from "@medusajs/framework/utils"

/** A payment method that was saved for a cart on which nothing was due (B14). One per cart; the last one counts. */
export const SavedMethod = model
  .define("billing_saved_method", {
    id: model.id({ prefix: "bsm" }).primaryKey(),
    cart_id: model.text(),
    customer_id: model.text(),
    payment_provider_id: model.text(),
    /** What the collector remembers of it; never a card number. */
    payment_method: model.json(),
  })
  .indexes([{ name: "IDX_billing_saved_method_cart_id", on: ["cart_id"], unique: true }])
