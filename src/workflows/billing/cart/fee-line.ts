import { isDeepStrictEqual } from "util"
import type { CartLineRecord } from "../../../modules/billing/queries/cart-lines"
import { compare, type Decimal } from "../../../rules/money"
import type { CartLineFacts, LineProduct } from "./cart-facts"
import { LINE_KEY } from "./line-key"
import { feeTitle } from "./line-words"

/** A set-up fee's cart line, whole, as the cart module takes it. */
export interface NewFeeLine extends LineProduct {
  id: string
  cart_id: string
  title: string
  subtitle: string | null
  quantity: number
  unit_price: Decimal
  product_id: string
  requires_shipping: false
  is_discountable: true
  is_tax_inclusive: boolean
  is_custom_price: true
  metadata: Record<string, unknown>
}

export type FeeLineChanges = Pick<NewFeeLine, "id"> & Partial<NewFeeLine>

interface FeeOf {
  record: CartLineRecord
  parent: CartLineFacts
  amount: Decimal
  locale: string | null
}

/**
 * The fee is charged per unit of its product, in the way that the product's price is taxed (B7). Its price is a custom
 * one, so that Medusa leaves it alone; it has the product's id, for the product's tax rates and for promotions.
 */
export function newFeeLine({ record, parent, amount, locale }: FeeOf): NewFeeLine {
  return {
    ...parent.product,
    id: record.line_item_id,
    cart_id: record.cart_id,
    title: feeTitle(parent.product.product_title ?? parent.title, locale),
    subtitle: parent.subtitle,
    quantity: parent.quantity,
    unit_price: amount,
    product_id: record.product_id,
    requires_shipping: false,
    is_discountable: true,
    is_tax_inclusive: parent.isTaxInclusive,
    is_custom_price: true,
    metadata: { [LINE_KEY]: record.key },
  }
}

/** What an existing fee line has to be given back; null where it is as it should be. */
export function changesOfFeeLine(line: CartLineFacts, wanted: NewFeeLine): FeeLineChanges | null {
  const isRight =
    line.quantity === wanted.quantity &&
    compare(line.unitPrice, wanted.unit_price) === 0 &&
    line.isTaxInclusive === wanted.is_tax_inclusive &&
    line.isCustomPrice &&
    line.productId === wanted.product_id &&
    line.title === wanted.title &&
    line.subtitle === wanted.subtitle &&
    isDeepStrictEqual(line.metadata, wanted.metadata)
  return isRight ? null : wanted
}
