import type { Decimal } from "../money"

export type Metadata = Record<string, unknown>

/** The product fields of a line; a dependent line repeats them. */
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

/** Where a product belongs. */
export interface ProductPlace {
  collectionId: string | null
  categoryIds: string[]
}

/** An adjustment that a line has. Medusa keeps those without a code; its promotions have one. */
export interface LineAdjustment {
  id: string | null
  code: string | null
  provider: string | null
  description: string | null
  /** With tax in it if `isTaxInclusive`. */
  amount: Decimal
  isTaxInclusive: boolean
}

/** A cart line without any room's data. Amounts are in major units. */
export interface CartLine {
  id: string
  /** ISO instant; lines are taken oldest first. */
  createdAt: string
  productId: string | null
  variantId: string | null
  quantity: number
  unitPrice: Decimal
  /** The price before a price list's reduction; null: none. */
  compareAtPrice: Decimal | null
  isTaxInclusive: boolean
  isCustomPrice: boolean
  isDiscountable: boolean
  requiresShipping: boolean
  /** The sum of the line's tax rates in percent, e.g. "9.2". */
  taxRate: Decimal
  title: string
  subtitle: string | null
  metadata: Metadata | null
  product: LineProduct
  /** Null: not known. */
  place: ProductPlace | null
  adjustments: LineAdjustment[]
}
