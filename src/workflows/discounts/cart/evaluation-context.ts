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
  items?: DiscountItem[] | null
}

/** Who is counted where a discount limits its uses per customer: the customer, else the e-mail address. */
export const customerKeyOf = (context: EvaluationContext): string | null =>
  customerIdOf(context) ?? (context.email ? context.email.trim().toLowerCase() : null)

export const customerIdOf = ({ customer, customer_id }: EvaluationContext): string | null =>
  customer?.id ?? customer_id ?? null
