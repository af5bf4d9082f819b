import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import { decidePriceMigration, type ItemPrice } from "./decide-price-migration"
import { toSubscriptionFacts, type SubscriptionColumns } from "./subscription-columns"

/** A subscription with its items, as far as their prices are concerned. */
export interface PricedSubscription {
  row: SubscriptionColumns & { currency_code: string }
  items: readonly { id: string; title: string; quantity: number; unit_price: Decimal; is_tax_inclusive: boolean }[]
}

/** Amounts are of one unit, in major units. */
export interface PriceChange {
  subscription_id: string
  item_id: string
  title: string
  quantity: number
  currency_code: string
  from: Decimal
  to: Decimal
  is_tax_inclusive: boolean
  /** The first day of the first cycle that is billed at the new price. */
  from_cycle_on: CivilDate
}

export interface PriceMigrationPlan {
  changes: PriceChange[]
  /** Those that stay as they are, and why. */
  unchanged: { subscription_id: string; item_id: string; reason: string }[]
}

/** What moving subscriptions to current prices changes for whom (B22). `current` holds them by item id. */
export function planPriceMigration(
  subscriptions: readonly PricedSubscription[],
  current: ReadonlyMap<string, ItemPrice>,
): PriceMigrationPlan {
  const plan: PriceMigrationPlan = { changes: [], unchanged: [] }
  for (const { row, items } of subscriptions) {
    for (const item of items) {
      const decision = decidePriceMigration(toSubscriptionFacts(row), {
        agreed: { amount: item.unit_price, isTaxInclusive: item.is_tax_inclusive },
        current: current.get(item.id) ?? null,
      })
      const at = { subscription_id: row.id, item_id: item.id }
      if (decision.kind === "keep") {
        plan.unchanged.push({ ...at, reason: decision.reason })
      } else {
        plan.changes.push({
          ...at,
          title: item.title,
          quantity: item.quantity,
          currency_code: row.currency_code,
          from: decision.from.amount,
          to: decision.to.amount,
          is_tax_inclusive: decision.to.isTaxInclusive,
          from_cycle_on: decision.fromCycleOn,
        })
      }
    }
  }
  return plan
}
