import type { MedusaContainer } from "@medusajs/framework/types"
import type { RoomCondition } from "../../modules/core"
import type { Decimal } from "../../rules/money"
import { createPort } from "./create-port"

/** What a cart is sold at. */
export interface TermsOfCart {
  /** The customer's own percentage (D25); null: none. */
  percent: Decimal | null
  /** The cart of a quick order: its link says whose it is, so that their groups count without an account. Null: another cart. */
  quickOrder: { groups: string[] } | null
}

/**
 * What customers have of their own, and which carts are quick orders. Everything is answered from the store's own data: what
 * a request says is none of it. Used by discounts and billing.
 */
export interface CustomerTerms {
  /** Whether a cart has terms: part of the one query that every cart costs. */
  condition: (cartId: string) => RoomCondition
  /** `accountId`: the account that is logged in to it; null: nobody is. */
  ofCart: (container: MedusaContainer, cart: { id: string | null; accountId: string | null }) => Promise<TermsOfCart>
  /** A customer's own percentage, whoever asks; null: none. */
  percentOf: (container: MedusaContainer, customerId: string) => Promise<Decimal | null>
  isQuickOrder: (container: MedusaContainer, cartId: string) => Promise<boolean>
}

export const customerTerms = createPort<CustomerTerms>("what customers have of their own")
