import type { CivilDate } from "../../calendar"
import { add, multiply, quotient, sum, type Decimal } from "../../money"
import { decidePriceMigration, isSamePrice, type ItemPrice } from "./decide-price-migration"
import { contentsIn, isRoot, type PlacedItem } from "./items/items-in-order"
import { toSubscriptionFacts, type SubscriptionColumns } from "./subscription-columns"

/** An item of a subscription, as far as its price is concerned. */
export interface PricedItem extends PlacedItem {
  title: string
  quantity: number
  unit_price: Decimal
  is_tax_inclusive: boolean
}

/** A subscription with its items, as far as their prices are concerned. */
export interface PricedSubscription {
  row: SubscriptionColumns & { currency_code: string }
  items: readonly PricedItem[]
}

/** Amounts are of one unit, in major units; of a package, with all that is in it. */
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
  /** Of a package: its own line and each of its contents, at the price of one piece. Of anything else: itself. */
  parts: PartChange[]
}

export interface PartChange {
  item_id: string
  title: string
  from: Decimal
  to: Decimal
  is_tax_inclusive: boolean
}

export interface PriceMigrationPlan {
  changes: PriceChange[]
  /** Those that stay as they are, and why. */
  unchanged: { subscription_id: string; item_id: string; reason: string }[]
}

export interface MigrationTerms {
  /** The first day from which it may hold, for each; left out: from the next cycle on. */
  earliestOn?: (row: PricedSubscription["row"]) => CivilDate | null
  /** Those that are kept, with the reason. */
  kept?: ReadonlyMap<string, string>
  /** What is said of one that has no current price. */
  noPrice?: string
}

/**
 * What moving subscriptions to current prices changes for whom (B22): a package moves with all its contents, or not at
 * all. `current` holds them by item id.
 */
export function planPriceMigration(
  subscriptions: readonly PricedSubscription[],
  current: ReadonlyMap<string, ItemPrice>,
  { earliestOn = () => null, kept = new Map(), noPrice }: MigrationTerms = {},
): PriceMigrationPlan {
  const plan: PriceMigrationPlan = { changes: [], unchanged: [] }
  for (const { row, items } of subscriptions) {
    for (const item of items.filter(isRoot)) {
      const parts = [item, ...contentsIn(items, item)].map((part) => ({ part, to: current.get(part.id) ?? null }))
      const decision = decidePriceMigration(toSubscriptionFacts(row), {
        agreed: agreedPrice(item, parts),
        current: currentPrice(item, parts),
        isSame: parts.every(({ part, to }) => isSamePrice(agreedOf(part), to)),
        earliestOn: earliestOn(row),
        ...(noPrice !== undefined && { noPrice }),
      })
      const at = { subscription_id: row.id, item_id: item.id }
      const reason = kept.get(row.id)
      if (reason !== undefined) {
        plan.unchanged.push({ ...at, reason })
      } else if (decision.kind === "keep") {
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
          parts: parts.flatMap(partChange),
        })
      }
    }
  }
  return plan
}

interface Part {
  part: PricedItem
  /** Null: it has no price now. */
  to: ItemPrice | null
}

const agreedOf = (item: PricedItem): ItemPrice => ({ amount: item.unit_price, isTaxInclusive: item.is_tax_inclusive })

const agreedPrice = (root: PricedItem, parts: readonly Part[]): ItemPrice => ({
  amount: whole(root, parts, ({ part }) => part.unit_price),
  isTaxInclusive: root.is_tax_inclusive,
})

/** Null: one of its parts has no price. */
function currentPrice(root: PricedItem, parts: readonly Part[]): ItemPrice | null {
  const own = parts[0]?.to
  return own && parts.every(({ to }) => to !== null)
    ? { amount: whole(root, parts, ({ to }) => to?.amount ?? "0"), isTaxInclusive: own.isTaxInclusive }
    : null
}

/** The price of one unit with all its parts. */
function whole(root: PricedItem, [own, ...contents]: readonly Part[], priceOf: (part: Part) => Decimal): Decimal {
  const price = own ? priceOf(own) : "0"
  const inside = contents.map((one) => multiply(priceOf(one), one.part.quantity))
  return inside.length ? add(price, quotient(sum(inside), String(root.quantity))) : price
}

const partChange = ({ part, to }: Part): PartChange[] =>
  to === null
    ? []
    : [
        {
          item_id: part.id,
          title: part.title,
          from: part.unit_price,
          to: to.amount,
          is_tax_inclusive: to.isTaxInclusive,
        },
      ]
