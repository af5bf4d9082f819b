import { multiply, sum, type Decimal } from "../../../rules/money"
import type { SubscriptionItem } from "../types"

/** What one cycle costs before tax and discounts; null where nothing is sold. */
export function recurringTotal(items: Pick<SubscriptionItem, "unit_price" | "quantity">[]): Decimal | null {
  return items.length === 0 ? null : sum(items.map((item) => multiply(String(item.unit_price), item.quantity)))
}
