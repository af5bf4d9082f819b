import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { CartFacts, CartLine, LineAdjustment, LineRecord, ProductPlace } from "../../rules/cart"
import { sum, type Decimal } from "../../rules/money"
import type { MedusaAdjustment, MedusaCart, MedusaCartItem } from "./medusa-cart"

/** An amount of Medusa, in whatever form it comes, exact. */
export const decimalOf = (value: unknown, raw?: unknown): Decimal =>
  MathBN.convert((raw ?? value ?? 0) as BigNumberInput).toFixed()

export function toCartFacts(cart: MedusaCart, records: LineRecord[]): CartFacts {
  return {
    id: cart.id,
    currencyCode: cart.currency_code,
    locale: cart.locale ?? null,
    lines: (cart.items ?? []).map(toCartLine),
    records,
  }
}

/** The one place where a line of Medusa becomes a line of a plan; lines of orders have the same fields. */
export function toCartLine(item: MedusaCartItem): CartLine {
  return {
    id: item.id,
    createdAt: item.created_at ? new Date(item.created_at).toISOString() : "",
    productId: item.product_id ?? null,
    variantId: item.variant_id ?? null,
    quantity: Number(decimalOf(item.quantity)),
    unitPrice: decimalOf(item.unit_price, item.raw_unit_price),
    compareAtPrice: item.compare_at_unit_price == null ? null : decimalOf(item.compare_at_unit_price),
    isTaxInclusive: item.is_tax_inclusive ?? false,
    isCustomPrice: item.is_custom_price ?? false,
    isDiscountable: item.is_discountable ?? true,
    requiresShipping: item.requires_shipping ?? false,
    taxRate: taxRateOf(item),
    title: item.title ?? "",
    subtitle: item.subtitle ?? null,
    metadata: item.metadata ?? null,
    product: {
      thumbnail: item.thumbnail ?? null,
      product_title: item.product_title ?? null,
      product_description: item.product_description ?? null,
      product_subtitle: item.product_subtitle ?? null,
      product_type: item.product_type ?? null,
      product_type_id: item.product_type_id ?? null,
      product_collection: item.product_collection ?? null,
      product_handle: item.product_handle ?? null,
      variant_title: item.variant_title ?? null,
    },
    place: placeOf(item),
    adjustments: (item.adjustments ?? []).map(toAdjustment),
  }
}

/** Medusa adds a line's rates up, and so does this. */
export const taxRateOf = (item: Pick<MedusaCartItem, "tax_lines">): Decimal =>
  sum((item.tax_lines ?? []).map((line) => decimalOf(line.rate)))

function placeOf({ product }: MedusaCartItem): ProductPlace | null {
  return product?.collection_id === undefined
    ? null
    : { collectionId: product.collection_id, categoryIds: (product.categories ?? []).map(({ id }) => id) }
}

const toAdjustment = (one: MedusaAdjustment): LineAdjustment => ({
  id: one.id ?? null,
  code: one.code ?? null,
  provider: one.provider_id ?? null,
  description: one.description ?? null,
  amount: decimalOf(one.amount, one.raw_amount),
  isTaxInclusive: one.is_tax_inclusive ?? false,
})
