/** The core hooks that this plugin handles, by the name under which a merchant may leave one alone. */
export const CORE_HOOKS = [
  "addToCart.validate",
  "updateLineItemInCart.validate",
  "createCart.validate",
  "updateCart.validate",
  "transferCartCustomer.validate",
  "refreshCartItems.setPricingContext",
  "updateCartPromotions.setPromotionContext",
  "completeCart.validate",
  "deleteProducts.productsDeleted",
  "deleteProductVariants.productVariantsDeleted",
  "deleteCustomers.customersDeleted",
] as const
export type CoreHook = (typeof CORE_HOOKS)[number]
