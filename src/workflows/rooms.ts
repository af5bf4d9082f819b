import { billingCart } from "./billing/cart/billing-cart"
import type { CartRoom } from "./cart/cart-stage"
import { discountsCart } from "./discounts/cart/discounts-cart"

/**
 * The rooms that have something to say about carts: the one place that knows them all. Which stage runs when is written in
 * `CART_STAGES`; of two rooms at one stage, the one that stands here first goes first.
 */
export const cartRooms = { billing: billingCart, discounts: discountsCart } satisfies Record<string, CartRoom>

export const CART_ROOMS: CartRoom[] = Object.values(cartRooms)
