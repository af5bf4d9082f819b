import { contentsIn, type PlacedItem } from "./items-in-order"
import { shareUnits } from "./share-units"

/** How the units of an item are split: the sum of both is what there was. */
export interface SplitItem<Item> {
  item: Item
  keep: number
  move: number
}

/**
 * The items that go with units of one (B20): a package takes so much of each content as its units have. Contents that do
 * not come out even go by largest remainder; one of which a side has nothing is not in it.
 */
export function splitItems<Item extends PlacedItem & { quantity: number }>(
  items: readonly Item[],
  root: Item,
  { keep, move }: { keep: number; move: number },
): SplitItem<Item>[] {
  const contents = contentsIn(items, root).map((item) => {
    const [kept = 0, moved = 0] = shareUnits(item.quantity, [keep, move])
    return { item, keep: kept, move: moved }
  })
  return [{ item: root, keep, move }, ...contents]
}
