import { multiply, sum, type Decimal } from "../../../rules/money"
import type { SubscriptionItemAnswer } from "../../../contracts/billing/subscription-answers"

/** What one cycle costs before tax and discounts; null where nothing is sold. */
export function recurringTotal(items: Pick<SubscriptionItemAnswer, "unit_price" | "quantity">[]): Decimal | null {
  return items.length === 0 ? null : sum(items.map((item) => multiply(item.unit_price, item.quantity)))
}
