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

/** What of a product says where it belongs. */
export interface DiscountProduct {
  id?: string
  collection_id?: string | null
  categories?: { id: string }[] | null
}

/** A line that is sold, as Medusa's query gives it, with what a plan says of it. */
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
  /** What is off it before the discounts, in the reckoning of tax of its price; left out: nothing. */
  taken?: Decimal
  /** Whether it depends on another line, as a set-up fee does. */
  is_dependent?: boolean
  /** Left out: not asked for. Null: the line has no product. */
  product?: DiscountProduct | null
  tax_lines?: { rate?: unknown }[] | null
  adjustments?: DiscountItemAdjustment[] | null
}

export interface DiscountCustomer {
  id: string
  has_account?: boolean | null
  /** Left out: not asked for. */
  groups?: { id: string }[] | null
}

/** A cart, as a core hook or a query gives it; or what is sold in its place. */
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

/** Who is counted where a discount may be used so often by a customer: the customer, else the e-mail address. */
export const customerKeyOf = (context: EvaluationContext): string | null =>
  customerIdOf(context) ?? (context.email ? context.email.trim().toLowerCase() : null)

export const customerIdOf = ({ customer, customer_id }: EvaluationContext): string | null =>
  customer?.id ?? customer_id ?? null
