import type { RecurringTerms } from "../../../rules/billing"
import { renewalDiscounts } from "../renewals/renewal-discounts"

/** The share of each item in the discounts of one line, by item id, by their units. */
export function shareDiscounts(
  discounts: RecurringTerms[],
  items: readonly { id: string; quantity: number }[],
  currencyCode: string,
): Map<string, RecurringTerms[]> {
  const shares = new Map<string, RecurringTerms[]>()
  let rest = discounts
  let left = items.reduce((total, { quantity }) => total + quantity, 0)
  for (const { id, quantity } of items) {
    if (quantity === left || !rest.length) {
      shares.set(id, rest)
      rest = []
    } else if (quantity > 0) {
      const { keep, move } = renewalDiscounts.get().split(rest, { keep: quantity, move: left - quantity }, currencyCode)
      shares.set(id, keep)
      rest = move
    }
    left -= quantity
  }
  return shares
}
