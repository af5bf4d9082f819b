import { model } from "@medusajs/framework/utils"
import { CART_BINDINGS } from "../../../rules/cart/account-binding"

/**
 * To which account a cart was given, and how (decision 0009). A cart that no e-mail address ever gave to an account has
 * none.
 */
export const CartBuyer = model.define("service_core_cart_buyer", {
  cart_id: model.text().primaryKey(),
  customer_id: model.text(),
  bound_by: model.enum([...CART_BINDINGS]),
})
