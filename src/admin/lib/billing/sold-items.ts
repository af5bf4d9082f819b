import type { SubscriptionItemAnswer } from "../../../contracts/billing/subscription-answers"
import { isRoot } from "../../../rules/billing"

/** "2 × Hosting pack, 1 × Domain": what is in a package goes without saying. */
export const soldItems = (items: Pick<SubscriptionItemAnswer, "parent_id" | "quantity" | "title">[]): string =>
  items
    .filter(isRoot)
    .map((item) => `${item.quantity} × ${item.title}`)
    .join(", ")
