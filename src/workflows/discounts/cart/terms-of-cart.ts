import type { MedusaContainer } from "@medusajs/framework/types"
import type { DiscountChannel } from "../../../rules/discounts/states"
import type { Decimal } from "../../../rules/money"
import type { EvaluationContext } from "./evaluation-context"

/** A cart's channel, and the customer's personal percentage (D25). */
export interface CartTerms {
  channel: Extract<DiscountChannel, "cart" | "quick_order">
  /** In percent of the calculated price; null: none. The rule decides on which channel it applies. */
  personalPercent: Decimal | null
}

/** A room's source of a cart's terms; null where it has none for this cart. */
export type CartTermsSource = (container: MedusaContainer, cart: EvaluationContext) => Promise<CartTerms | null>

/**
 * The port for quick orders and personal terms (D21, D25). A room that sells on such terms adds its source here; the
 * first that knows the cart wins. A source answers from the server's own data, by the cart's and the customer's id: a
 * request's body, its query or a line's metadata must not decide.
 */
const SOURCES: readonly CartTermsSource[] = []

const AT_THE_SHOP: CartTerms = { channel: "cart", personalPercent: null }

/** The terms of a cart, on every refresh and at its completion. Without sources nothing is queried. */
export async function termsOfCart(
  container: MedusaContainer,
  cart: EvaluationContext,
  sources: readonly CartTermsSource[] = SOURCES,
): Promise<CartTerms> {
  for (const source of sources) {
    const terms = await source(container, cart)
    if (terms) {
      return terms
    }
  }
  return AT_THE_SHOP
}
