import { isDeepStrictEqual } from "util"
import type { CartLineRecord } from "../../../modules/billing"
import { compare, type Decimal } from "../../../rules/money"
import type { CartLineFacts, LineProduct } from "./cart-facts"
import { LINE_KEY, withoutMetadata } from "./line-key"
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

export type FeeLineChanges = Pick<NewFeeLine, "id"> &
  Partial<
    Pick<
      NewFeeLine,
      | "quantity"
      | "unit_price"
      | "is_tax_inclusive"
      | "is_custom_price"
      | "title"
      | "product_title"
      | "subtitle"
      | "metadata"
    >
  >

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
  const title = feeTitle(parent.product.product_title ?? parent.title, locale)
  return {
    ...parent.product,
    id: record.line_item_id,
    cart_id: record.cart_id,
    title,
    // Storefronts show a line's product title as readily as its title.
    product_title: title,
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
  const { id, quantity, unit_price, is_tax_inclusive, is_custom_price, title, subtitle, metadata } = wanted
  const changes = {
    ...(line.quantity === quantity ? {} : { quantity }),
    ...(compare(line.unitPrice, unit_price) === 0 ? {} : { unit_price }),
    ...(line.isTaxInclusive === is_tax_inclusive ? {} : { is_tax_inclusive }),
    ...(line.isCustomPrice ? {} : { is_custom_price }),
    ...(line.title === title ? {} : { title, product_title: title }),
    ...(line.subtitle === subtitle ? {} : { subtitle }),
    ...(isDeepStrictEqual(line.metadata, metadata)
      ? {}
      : { metadata: { ...withoutMetadata(line.metadata), ...metadata } }),
  }
  return Object.keys(changes).length ? { id, ...changes } : null
}

/** Whether a change is one of the amount, and not of words or of the key alone. */
export const changesAmount = (changes: FeeLineChanges): boolean =>
  changes.quantity !== undefined || changes.unit_price !== undefined || changes.is_tax_inclusive !== undefined
