import type { QuickOrderRow } from "../../../modules/customers"
import { isCheckedAlike, isStillWanted } from "../../../rules/customers"
import { cartOfAttempt } from "./cart-of-attempt"
import { orderingAddress } from "./ordering-address"
import type { QuickOrderCart } from "./quick-order-cart"
import type { QuickOrderContext } from "./quick-order-context"

/**
 * Whether a cart is what its order would be made of now: of what is in the basket, with a way of shipping, wanted on a day that is
 * to come, for the customer's region, currency, address and e-mail as they are (C23). Any other is checked anew.
 */
export function isCurrentCart(
  context: QuickOrderContext,
  { turn, attempt, cart_id, details }: QuickOrderRow,
  cart: QuickOrderCart,
): boolean {
  const { customer, place, link } = context
  const now = {
    regionId: place.regionId,
    currencyCode: place.currencyCode,
    email: customer.email ?? customer.customer?.email ?? null,
    address: orderingAddress(context, details),
  }
  return (
    cart_id === cartOfAttempt(link.tokenHash, { turn, attempt }) &&
    (!cart.needsShipping || cart.shipping.length > 0) &&
    isStillWanted(details.wanted_on, context.asOf) &&
    isCheckedAlike({ ...cart, email: details.email ?? null }, now)
  )
}
