import { compareDates, type CivilDate } from "../../calendar"
import { compare, type Decimal } from "../../money"
import type { PartChange } from "../subscriptions/plan-price-migration"

/** A new price that was announced, or accepted, and is not yet the subscription's. */
export interface PendingPrice {
  effectiveOn: CivilDate
  parts: readonly PartChange[]
}

interface Priced {
  id: string
  unit_price: Decimal
  is_tax_inclusive: boolean
}

/** Whether the items still have the prices that a change was decided on: who changed them meanwhile has the last word. */
export const hasPricesBefore = (items: readonly Priced[], parts: readonly PartChange[]): boolean =>
  parts.every(({ item_id, from }) =>
    items.some(({ id, unit_price }) => id === item_id && compare(unit_price, from) === 0),
  )

/** Whether terms have a price of their own: another cycle's, also where it is the same amount. A new price that was told is none of it. */
export const isOfAnotherPrice = (
  from: { cycle_id: string; unit_price: Decimal },
  to: { cycle_id: string; unit_price: Decimal },
): boolean => from.cycle_id !== to.cycle_id || compare(from.unit_price, to.unit_price) !== 0

/** The items of a period at the price that holds on its first day (B22). */
export function itemsPricedOn<Item extends Priced>(
  items: readonly Item[],
  pending: PendingPrice | null | undefined,
  periodStart: CivilDate,
): Item[] {
  if (!pending || compareDates(periodStart, pending.effectiveOn) < 0 || !hasPricesBefore(items, pending.parts)) {
    return [...items]
  }
  const parts = new Map(pending.parts.map((part) => [part.item_id, part]))
  return items.map((item) => {
    const part = parts.get(item.id)
    return part ? { ...item, unit_price: part.to, is_tax_inclusive: part.is_tax_inclusive } : item
  })
}

/** A subscription as a period that begins on a day bills it. The same one where nothing is pending. */
export const pricedOn = <Subscription extends { items: Priced[]; pending_price?: PendingPrice | null }>(
  subscription: Subscription,
  { periodStart }: { periodStart: CivilDate },
): Subscription =>
  subscription.pending_price
    ? { ...subscription, items: itemsPricedOn(subscription.items, subscription.pending_price, periodStart) }
    : subscription
