import type { LockedSubscription, SubscriptionItemRecord, SubscriptionRecord } from "../../../modules/billing"

/** One line's items: its own first, then those split off. */
export interface ItemFamily {
  root: SubscriptionItemRecord
  members: { item: SubscriptionItemRecord; row: SubscriptionRecord }[]
}

/** The items that lines of the first order have made, each with those split off from it. */
export function itemFamilies(locked: LockedSubscription[]): ItemFamily[] {
  const all = locked.flatMap(({ row, items }) => items.map((item) => ({ item, row })))
  const partsOf = (id: string): ItemFamily["members"] =>
    all.filter(({ item }) => item.split_from_id === id).flatMap((part) => [part, ...partsOf(part.item.id)])
  return all.flatMap(({ item, row }) =>
    item.order_line_id === null ? [] : [{ root: item, members: [{ item, row }, ...partsOf(item.id)] }],
  )
}
