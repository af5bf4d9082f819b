import type { Metadata } from "../../rules/cart"

/** Any amount of Medusa, in whatever form it comes. */
type Amount = unknown

export interface MedusaAdjustment {
  id?: string
  code?: string | null
  provider_id?: string | null
  description?: string | null
  amount?: Amount
  raw_amount?: Amount
  is_tax_inclusive?: boolean | null
}

/** A line as Medusa's query gives it to a core hook; fields that a pass has not loaded are left out. */
export interface MedusaCartItem {
  id: string
  created_at?: Date | string | null
  title?: string | null
  subtitle?: string | null
  variant_id?: string | null
  product_id?: string | null
  quantity?: Amount
  unit_price?: Amount
  raw_unit_price?: Amount
  compare_at_unit_price?: Amount
  is_custom_price?: boolean | null
  is_tax_inclusive?: boolean | null
  is_discountable?: boolean | null
  requires_shipping?: boolean | null
  subtotal?: Amount
  original_total?: Amount
  metadata?: Metadata | null
  thumbnail?: string | null
  product_title?: string | null
  product_description?: string | null
  product_subtitle?: string | null
  product_type?: string | null
  product_type_id?: string | null
  product_collection?: string | null
  product_handle?: string | null
  variant_title?: string | null
  product?: { id?: string; collection_id?: string | null; categories?: { id: string }[] | null } | null
  tax_lines?: { rate?: Amount }[] | null
  adjustments?: MedusaAdjustment[] | null
}

export interface MedusaCustomer {
  id: string
  email?: string | null
  /** Whether they can log in: a guest has a customer's row, too. */
  has_account?: boolean | null
  /** Left out: not loaded. */
  groups?: { id: string }[] | null
}

/** A cart as Medusa's query gives it. */
export interface MedusaCart {
  id: string
  currency_code: string
  region_id?: string | null
  region?: { id: string } | null
  sales_channel_id?: string | null
  locale?: string | null
  email?: string | null
  customer_id?: string | null
  customer?: MedusaCustomer | null
  /**
   * False: the customer's account was given to the cart by an e-mail address, so it counts as a guest's. Prices stay
   * those that Medusa has for the customer. Left out: not checked, as nothing but a log-in gives a cart to an account.
   */
  isLoggedIn?: boolean
  completed_at?: unknown
  items?: MedusaCartItem[]
  shipping_methods?: { adjustments?: MedusaAdjustment[] | null }[] | null
}
