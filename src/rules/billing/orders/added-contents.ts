import { shareUnits } from "../subscriptions/share-units"
import { contentItem, type SubscriptionContent } from "../subscriptions/subscription-of-line"
import type { WholeItem } from "../subscriptions/whole-subscription"

export interface AddedContentFacts {
  /** What the order has of it now. */
  content: SubscriptionContent
  /** How many of its package the order has now. */
  packages: number
  /** The package's item, and those that were split off from it, of subscriptions that run. */
  roots: readonly WholeItem[]
}

/**
 * The items of a content that an order's edit has put into a package (decision 0024): each subscription of the package
 * takes as much of it as its units have; of those that have ended, nobody does. Its discounts are the whole line's.
 */
export function addedContents({ content, packages, roots }: AddedContentFacts): WholeItem[] {
  const ended = Math.max(0, packages - roots.reduce((all, { quantity }) => all + quantity, 0))
  const shares = shareUnits(content.line.quantity, [...roots.map(({ quantity }) => quantity), ended])
  const items: WholeItem[] = []
  roots.forEach((root, index) => {
    const quantity = shares[index] ?? 0
    const [first] = items
    const item = { ...contentItem(root, content), quantity }
    if (quantity > 0) {
      items.push(first ? { ...item, ...splitFrom(first, root) } : item)
    }
  })
  return items
}

const splitFrom = (first: WholeItem, root: WholeItem) => ({
  id: `${first.id}_${root.id.slice(root.id.indexOf("_") + 1)}`,
  order_line_id: null,
  split_from_id: first.id,
  ordered: null,
})
