import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { Decimal } from "../../../rules/money"

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

/**
 * A line that is sold, as Medusa's query gives it. In the cart it is a line as promotions look at it: a room that was
 * asked before has lowered `subtotal` and `original_total` by what it takes.
 */
export interface DiscountItem {
  id: string
  title?: string | null
  variant_id?: string | null
  product_id?: string | null
  quantity?: unknown
  unit_price?: unknown
  raw_unit_price?: unknown
  compare_at_unit_price?: unknown
  is_custom_price?: boolean | null
  is_tax_inclusive?: boolean | null
  is_discountable?: boolean | null
  subtotal?: unknown
  original_total?: unknown
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
export interface DiscountSale {
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

/** An amount of Medusa, in whatever form it comes, exact. */
export const decimalOf = (value: unknown, raw?: unknown): Decimal =>
  MathBN.convert((raw ?? value ?? 0) as BigNumberInput).toFixed()

/** Who is counted where a discount may be used so often by a customer: the customer, else the e-mail address. */
export const customerKeyOf = (sale: DiscountSale): string | null =>
  customerIdOf(sale) ?? (sale.email ? sale.email.trim().toLowerCase() : null)

export const customerIdOf = ({ customer, customer_id }: DiscountSale): string | null =>
  customer?.id ?? customer_id ?? null
