/**
 * The handlers of core hooks, for a merchant who has a handler of their own on one of them: name the hook in the
 * plugin's options (`hooks: { leaveAlone: ["addToCart.validate"] }`), and call ours from theirs.
 */
export { CORE_HOOKS, type CoreHook } from "../../options"
export { addToCartValidate } from "./add-to-cart-validate"
export { cartRooms } from "../rooms"
export type { CartRoom, CartStage } from "../cart/cart-stage"
export { completeCartValidate, completeCartWith } from "./complete-cart-validate"
export { composeRooms, type HookHandler, type RoomHandler, type RoomResult } from "./compose-rooms"
export { createCartValidate } from "./create-cart-validate"
export { deleteCustomersCustomersDeleted } from "./delete-customers-customers-deleted"
export { deleteProductVariantsProductVariantsDeleted } from "./delete-product-variants-product-variants-deleted"
export { deleteProductsProductsDeleted } from "./delete-products-products-deleted"
export { refreshCartItemsSetPricingContext, refreshCartItemsWith } from "./refresh-cart-items-set-pricing-context"
export {
  updateCartPromotionsSetPromotionContext,
  updateCartPromotionsWith,
} from "./update-cart-promotions-set-promotion-context"
export { transferCartCustomerValidate } from "./transfer-cart-customer-validate"
export { updateCartValidate } from "./update-cart-validate"
export { updateLineItemInCartValidate } from "./update-line-item-in-cart-validate"
