import { model } from "@medusajs/framework/utils"

/** A trial that a customer has had: one per customer and offer, until it is given back (B14). */
export const TrialUse = model
  .define("billing_trial_use", {
    id: model.id({ prefix: "btri" }).primaryKey(),
    customer_id: model.text(),
    offer_id: model.text(),
    /** Null while a cart that is being completed has reserved it. */
    order_line_id: model.text().nullable(),
    /** The cart that reserved it, and when. */
    cart_id: model.text().nullable(),
    reserved_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_billing_trial_use_customer_offer", on: ["customer_id", "offer_id"], unique: true },
    { name: "IDX_billing_trial_use_order_line_id", on: ["order_line_id"] },
  ])
