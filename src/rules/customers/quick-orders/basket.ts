import { MOST_LINES, MOST_PIECES } from "./check-quick-order"
import { compare, type Decimal } from "../../money"

/** What is said of one part of a package; what is left out stays as the recipe says. */
export interface BasketChoice {
  path: string
  isChosen?: boolean
  quantity?: number
}

/** What a customer has put into the basket of a link. */
export interface BasketItem {
  variant_id: string
  quantity: number
  /** What one cost as the page showed it: compared, never charged (C23). */
  shown: Decimal
  /** Of that price; left out: the customer's. */
  currency_code?: string
  /** Of a package with choices: other choices of it are another item. */
  key?: string
  choices?: BasketChoice[]
}

/** What an item is called by: an article, or a package as its recipe has it, by its variant. */
export const basketKey = ({ variant_id, key }: Pick<BasketItem, "variant_id" | "key">): string => key ?? variant_id

const choicesText = (choices: readonly BasketChoice[] = []): string =>
  JSON.stringify(
    choices
      .map(({ path, isChosen, quantity }) => [path, isChosen ?? null, quantity ?? null])
      .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  )

/** The item under the key of the one that is chosen alike, or under a new one. */
export function keyedItem<Item extends Pick<BasketItem, "variant_id" | "key" | "choices">>(
  items: readonly BasketItem[],
  item: Item,
): Item {
  if (!item.choices?.length || item.key !== undefined) {
    return item
  }
  const text = choicesText(item.choices)
  const same = items.find((one) => one.variant_id === item.variant_id && choicesText(one.choices) === text)
  const taken = new Set(items.map(basketKey))
  let number = 1
  while (taken.has(`${item.variant_id}.${number}`)) {
    number += 1
  }
  return { ...item, key: same ? basketKey(same) : `${item.variant_id}.${number}` }
}

/** Whether two baskets order the same. What their prices were shown as is no part of it. */
export function isSameOrder(one: readonly BasketItem[], other: readonly BasketItem[]): boolean {
  const goods = (items: readonly BasketItem[]): string =>
    JSON.stringify(items.map((item) => [item.variant_id, item.quantity, choicesText(item.choices)]).sort())
  return goods(one) === goods(other)
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
export function withItem(items: readonly BasketItem[], given: BasketItem): BasketItem[] {
  const item = keyedItem(items, given)
  const key = basketKey(item)
  const isKnown = items.some((one) => basketKey(one) === key)
  const all = isKnown
    ? items.map((one) => (basketKey(one) === key ? item : one))
    : [...items, item].slice(0, Math.max(MOST_LINES, items.length))
  return all.filter(({ quantity }) => quantity > 0)
}

/** A basket with so many pieces more of an article. */
export function withMore(items: readonly BasketItem[], given: BasketItem): BasketItem[] {
  const item = keyedItem(items, given)
  const before = items.find((one) => basketKey(one) === basketKey(item))?.quantity ?? 0
  return withItem(items, { ...item, quantity: Math.min(MOST_PIECES, before + item.quantity) })
}

export interface BasketChange {
  items: readonly BasketItem[]
  /** So many pieces more, or so many in all. */
  adds: boolean
  /** Prices that the customer has seen, by the keys of items. */
  accepted?: ReadonlyMap<string, Decimal> | undefined
}

/**
 * A basket after a change: a price that has changed since an article was put in stays the one that was shown, until it was seen.
 * Null: there would be more than the most lines, and nothing of the change is taken.
 */
export function changedBasket(
  stored: readonly BasketItem[],
  { items, adds, accepted }: BasketChange,
): BasketItem[] | null {
  let basket = [...stored]
  for (const given of items) {
    const item = asShown(basket, keyedItem(basket, given), accepted)
    basket = (adds ? withMore : withItem)(basket, item)
    if (item.quantity > 0 && !basket.some((one) => basketKey(one) === basketKey(item))) {
      return null
    }
  }
  return basket
}

function asShown(items: readonly BasketItem[], item: BasketItem, accepted: BasketChange["accepted"]): BasketItem {
  const key = basketKey(item)
  const before = items.find((one) => basketKey(one) === key)
  const seen = accepted?.get(key)
  const isSeen =
    !before || isOtherCurrency(before, item.currency_code) || (seen !== undefined && compare(seen, item.shown) === 0)
  return isSeen ? item : { ...item, shown: before.shown }
}

/** Whether a price was shown in another currency than the customer's is now: there is nothing to compare it with. */
export const isOtherCurrency = ({ currency_code }: BasketItem, now: string | undefined): boolean =>
  currency_code !== undefined && currency_code !== now
