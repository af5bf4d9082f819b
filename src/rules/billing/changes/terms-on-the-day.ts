import type { RecurringTerms } from "../renewals/recurring-terms"
import type { BilledItem } from "../renewals/renewal-order"
import { isRoot } from "../subscriptions/items/items-in-order"
import type { NewTerms } from "./changed-subscription"

/** What of an item's discounts goes on under other terms. */
export type KeepDiscounts = (discounts: readonly RecurringTerms[], to: NewTerms["item"]) => RecurringTerms[]

/**
 * Terms that were decided on another day, as they hold now: what was given off meanwhile is given off them, too (B28), and what is of
 * the same cycle has the price that was agreed meanwhile (B22).
 */
export function termsOnTheDay(to: NewTerms, items: readonly BilledItem[], keep: KeepDiscounts): NewTerms {
  const root = items.find(isRoot)
  if (!root) {
    return to
  }
  const { unit_price, is_tax_inclusive, discounts } = root
  const isSame = root.variant_id === to.item.variant_id
  const item = isSame
    ? { ...to.item, unit_price, is_tax_inclusive, discounts }
    : { ...to.item, discounts: discounts.length ? keep(discounts, to.item) : [] }
  const kept = new Map(items.map((one) => [one.id, one]))
  const options = to.options?.map((option) => ({
    ...option,
    discounts: kept.get(option.id)?.discounts ?? option.discounts,
  }))
  return { ...to, item, ...(options ? { options } : {}) }
}
