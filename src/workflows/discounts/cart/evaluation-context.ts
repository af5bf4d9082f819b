import { buyerOf, type Buyer } from "../../../rules/cart"
import type { Decimal } from "../../../rules/money"

export { decimalOf } from "../../cart/to-cart-facts"

/** An adjustment of a line, as Medusa's query gives it. */
export interface DiscountItemAdjustment {
  id?: string
  code?: string | null
  provider_id?: string | null
  description?: string | null
  amount?: unknown
  raw_amount?: unknown
  is_tax_inclusive?: boolean | null
}

/** A product's collection and categories. */
export interface DiscountProduct {
  id?: string
  collection_id?: string | null
  categories?: { id: string }[] | null
}

/** A line as Medusa's query gives it, with what a plan adds. */
export interface DiscountItem {
  id: string
  title?: string | null
  variant_id?: string | null
  product_id?: string | null
  quantity?: unknown
  metadata?: Record<string, unknown> | null
  unit_price?: unknown
  raw_unit_price?: unknown
  compare_at_unit_price?: unknown
  is_custom_price?: boolean | null
  is_tax_inclusive?: boolean | null
  is_discountable?: boolean | null
  /** What is taken off before discounts, with or without tax as the price is; left out: nothing. */
  taken?: Decimal
  /** Whether it depends on another line, as a set-up fee does. */
  is_dependent?: boolean
  /** Whether its price is the sum of the lines that name it. */
  is_bundle?: boolean
  /** The line whose price this line's is a part of. */
  bundle_id?: string | null
  /** Left out: not queried. Null: the line has no product. */
  product?: DiscountProduct | null
  tax_lines?: { rate?: unknown }[] | null
  adjustments?: DiscountItemAdjustment[] | null
}

export interface DiscountCustomer {
  id: string
  has_account?: boolean | null
  /** Left out: not queried. */
  groups?: { id: string }[] | null
}

/** What is evaluated: a cart as a core hook or a query gives it, or a draft, an edit or a simulation in its shape. */
export interface EvaluationContext {
  /** Null where there is no cart: a simulation, a draft. */
  id: string | null
  currency_code: string
  region_id?: string | null
  sales_channel_id?: string | null
  email?: string | null
  customer_id?: string | null
  customer?: DiscountCustomer | null
  /** False: the account was given to the cart by an e-mail address, and counts as a guest. */
  isLoggedIn?: boolean
  items?: DiscountItem[] | null
}

/** Who is counted where a discount limits its uses per customer; null: nobody yet. */
export const buyerOfContext = (context: EvaluationContext): Buyer | null =>
  buyerOf({ accountId: accountIdOf(context), email: context.email ?? null })

/** The account that buys, not a guest's row. Where the customer is not loaded, its id is taken for an account's. */
export function accountIdOf({ customer, customer_id, isLoggedIn }: EvaluationContext): string | null {
  if (isLoggedIn === false || customer?.has_account === false) {
    return null
  }
  return customer?.id ?? customer_id ?? null
}

export const customerIdOf = ({ customer, customer_id }: EvaluationContext): string | null =>
  customer?.id ?? customer_id ?? null
