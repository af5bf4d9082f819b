import type { MedusaContainer } from "@medusajs/framework/types"
import type { RoomCondition } from "../../../modules/core"
import type { DiscountChannel } from "../../../rules/discounts/states"
import type { Decimal } from "../../../rules/money"
import { customerTerms } from "../../ports/customer-terms"
import { accountIdOf, type EvaluationContext } from "./evaluation-context"

/** A cart's channel, and the customer's personal percentage (D25). */
export interface CartTerms {
  channel: Extract<DiscountChannel, "cart" | "quick_order">
  /** In percent of the calculated price; null: none. The rule decides on which channel it applies. */
  personalPercent: Decimal | null
  /** Of a quick order: the groups of the customer whose link it is. Left out: those of the cart's customer. */
  groups?: string[]
}

/** The terms of a cart, on every refresh and at its completion (D21, D25): one statement. */
export async function termsOfCart(container: MedusaContainer, cart: EvaluationContext): Promise<CartTerms> {
  const asked = { id: cart.id, accountId: accountIdOf(cart) }
  const { percent, quickOrder } = await customerTerms.get().ofCart(container, asked)
  return quickOrder
    ? { channel: "quick_order", personalPercent: percent, groups: quickOrder.groups }
    : { channel: "cart", personalPercent: percent }
}

/** A condition, or that the cart has terms of its own. */
export function orHasTerms(condition: RoomCondition, cartId: string): RoomCondition {
  const terms = customerTerms.get().condition(cartId)
  return { sql: `(${condition.sql}) or ${terms.sql}`, bindings: [...condition.bindings, ...terms.bindings] }
}
