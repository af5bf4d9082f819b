import type { CartLineRecord } from "../../../modules/billing"
import type { LineTerms } from "../../../rules/billing/types"
import type { Decimal } from "../../../rules/money"

/** A cart line as it stands in Medusa. */
export interface CartLineFacts {
  id: string
  productId: string | null
  variantId: string | null
  quantity: number
  unitPrice: Decimal
  isTaxInclusive: boolean
  isCustomPrice: boolean
  title: string
  subtitle: string | null
  metadata: Record<string, unknown> | null
  /** The product as the line tells it; a companion line repeats it. */
  product: LineProduct
}

export interface LineProduct {
  thumbnail: string | null
  product_title: string | null
  product_description: string | null
  product_subtitle: string | null
  product_type: string | null
  product_type_id: string | null
  product_collection: string | null
  product_handle: string | null
  variant_title: string | null
}

/** What a line of an offer is sold under now; or why it cannot be sold. */
export type Sale =
  | { ok: true; offerId: string; cycleId: string; productId: string; variantId: string; terms: LineTerms }
  | { ok: false; code: string; reason: string }

/** A cart with what billing knows of it. */
export interface CartFacts {
  cartId: string
  currencyCode: string
  regionId: string | null
  locale: string | null
  isCompleted: boolean
  customerId: string | null
  /** Whether the customer can log in: a guest has a customer's row, too. */
  hasAccount: boolean
  /** Offers whose trial this customer has had. */
  usedTrials: string[]
  /** Oldest first. */
  lines: CartLineFacts[]
  records: CartLineRecord[]
  /** By line id; goods without an offer are not in it. */
  sales: Map<string, Sale>
}
