/** How an item stands in its subscription. */
export interface PlacedItem {
  id: string
  parent_id: string | null
  position: number
}

/** The items of a subscription, each package followed by its contents in their order. */
export function itemsInOrder<Item extends PlacedItem>(items: readonly Item[]): Item[] {
  return items.filter(isRoot).flatMap((root) => [root, ...contentsIn(items, root)])
}

/** The contents of a package, in their order. */
export const contentsIn = <Item extends PlacedItem>(items: readonly Item[], { id }: { id: string }): Item[] =>
  items.filter(({ parent_id }) => parent_id === id).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** Whether an item is sold by itself, and is no content of another. */
export const isRoot = ({ parent_id }: Pick<PlacedItem, "parent_id">): boolean => parent_id === null
