import { MOST_LINES, MOST_PIECES } from "./check-quick-order"
import type { Decimal } from "../../money"

/** What a customer has put into the basket of a link. */
export interface BasketItem {
  variant_id: string
  quantity: number
  /** What one cost as the page showed it: compared, never charged (C23). */
  shown: Decimal
}

/** Where an order goes. */
export interface QuickOrderAddress {
  name: string
  address_1: string
  postal_code: string
  city: string
  country_code: string
}

/** What the customer wrote beside the goods. */
export interface QuickOrderDetails {
  email: string
  purchase_order_number: string | null
  wanted_on: string | null
  note: string | null
  /** Where the profile has no address; null: it is the profile's. */
  address: QuickOrderAddress | null
}

/** A basket in which an article has this quantity; 0 takes it out. Articles keep their places. */
export function withItem(items: readonly BasketItem[], item: BasketItem): BasketItem[] {
  const isKnown = items.some(({ variant_id }) => variant_id === item.variant_id)
  const all = isKnown
    ? items.map((one) => (one.variant_id === item.variant_id ? item : one))
    : [...items, item].slice(0, Math.max(MOST_LINES, items.length))
  return all.filter(({ quantity }) => quantity > 0)
}

/** A basket with so many pieces more of an article. */
export function withMore(items: readonly BasketItem[], item: BasketItem): BasketItem[] {
  const before = items.find(({ variant_id }) => variant_id === item.variant_id)?.quantity ?? 0
  return withItem(items, { ...item, quantity: Math.min(MOST_PIECES, before + item.quantity) })
}
