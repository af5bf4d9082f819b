import { compare, type Decimal } from "../../money"
import type { SubscriptionStatus } from "../states"
import { isFinal } from "../subscriptions/billable"

/** What an order line sells: units that were not given back, and the price of one. */
export interface LineTermsNow {
  quantity: number
  unitPrice: Decimal
  isTaxInclusive: boolean
}

/** A subscription's item that an order line made, or that was split off from such a one. */
export interface FollowingItem {
  id: string
  subscriptionId: string
  status: SubscriptionStatus
  quantity: number
  unitPrice: Decimal
  isTaxInclusive: boolean
}

export interface ItemDecision {
  kind: "change" | "end"
  itemId: string
  subscriptionId: string
  from: { quantity: number; unitPrice: Decimal }
  to: LineTermsNow
}

export interface FollowLineFacts {
  /** The line as it was followed last; at first, as it was sold. */
  ordered: LineTermsNow
  /** The line now; null: removed. */
  line: LineTermsNow | null
  /** The line's own item first, then those split off. */
  items: readonly FollowingItem[]
}

/**
 * What a changed line of its first order does to a subscription (decision 0024). It follows the difference to what was
 * followed last, so that running again changes nothing and changes made to the subscription itself stay. More units go
 * to the line's own subscription, fewer are taken from it first; one without units ends. A new price reaches what still
 * has the old one. What has ended stays as it is.
 */
export function followLine({ ordered, line, items }: FollowLineFacts): ItemDecision[] {
  const now = line ?? { ...ordered, quantity: 0 }
  const live = items.filter(({ status }) => !isFinal(status))
  const units = movedUnits(live, now.quantity - ordered.quantity)
  const isRepriced = !isSamePrice(now, ordered)
  return live.flatMap((item, index): ItemDecision[] => {
    const quantity = units[index] ?? item.quantity
    const takesPrice = isRepriced && compare(item.unitPrice, ordered.unitPrice) === 0
    const { unitPrice, isTaxInclusive } = takesPrice ? now : item
    if (quantity === item.quantity && !takesPrice) {
      return []
    }
    return [
      {
        kind: quantity === 0 ? "end" : "change",
        itemId: item.id,
        subscriptionId: item.subscriptionId,
        from: { quantity: item.quantity, unitPrice: item.unitPrice },
        to: { quantity, unitPrice, isTaxInclusive },
      },
    ]
  })
}

const isSamePrice = (a: LineTermsNow, b: LineTermsNow): boolean =>
  compare(a.unitPrice, b.unitPrice) === 0 && a.isTaxInclusive === b.isTaxInclusive

/** The units of each item after so many were added, or taken from the first ones. */
function movedUnits(items: readonly FollowingItem[], difference: number): number[] {
  if (difference >= 0) {
    return items.map(({ quantity }, index) => (index === 0 ? quantity + difference : quantity))
  }
  let left = -difference
  return items.map(({ quantity }) => {
    const taken = Math.min(left, quantity)
    left -= taken
    return quantity - taken
  })
}
