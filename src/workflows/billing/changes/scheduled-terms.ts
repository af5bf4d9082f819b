import { MedusaError } from "@medusajs/framework/utils"
import {
  type BilledSubscription,
  type ChangeRecord,
  scheduledChanges,
  type SubscriptionRecord,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import {
  changedColumns,
  isOfAnotherPrice,
  isRoot,
  isSameInterval,
  itemsAfter,
  termsOnTheDay,
  type NewTerms,
  type SubscriptionColumns,
} from "../../../rules/billing"
import { compare } from "../../../rules/money"
import { renewalDiscounts } from "../renewals/renewal-discounts"

/** What was split, edited or moved to another price since is not what the change was decided on; what is billed is settled. */
export function isAsBefore(
  items: readonly BilledSubscription["items"][number][],
  { from, billed_cycle }: ChangeRecord,
): boolean {
  const root = items.find(isRoot)
  return (
    billed_cycle !== null ||
    (root !== undefined &&
      root.cycle_id === from.cycle_id &&
      root.quantity === from.quantity &&
      compare(root.unit_price, from.unit_price) === 0)
  )
}

/** The terms of a change that was scheduled on another day, with the discounts and the price of today. */
export const termsNow = (
  { interval_unit: unit, interval_count: count }: SubscriptionColumns,
  items: BilledSubscription["items"],
  to: NewTerms,
): NewTerms => {
  const productId = items.find(isRoot)?.product_id
  const isOfInterval = isSameInterval({ unit, count }, to.interval)
  return termsOnTheDay(to, items, (discounts, item) =>
    renewalDiscounts
      .get()
      .kept([...discounts], { isSameProduct: item.product_id === productId, isSameInterval: isOfInterval }),
  )
}

/** A subscription under the terms that are scheduled for it. */
export function changedBy(
  subscription: BilledSubscription,
  { kind, on_date: on, billed_cycle: cycle, from, to }: ChangeRecord,
  options: { invoiceDaysBefore: number },
): BilledSubscription {
  const terms = termsNow(subscription, subscription.items, to)
  const items = itemsAfter(subscription.items, terms)
  const changed = { ...subscription, ...changedColumns(subscription, { kind, on, to: terms, cycle }, options), items }
  return isOfAnotherPrice(from, terms.item) ? { ...changed, pending_price: null } : changed
}

/** The change of a subscription that is billed, and has not begun; null: none. */
export async function billedChange(knex: Database, id: string): Promise<ChangeRecord | null> {
  const [change] = await scheduledChanges(knex, [id])
  return change && change.billed_cycle !== null ? change : null
}

/** Until what was billed begins, nothing else is decided that moves it. Throws NOT_ALLOWED that names the day. */
export async function requireNoneBilled(trx: Database, { id }: Pick<SubscriptionRecord, "id">): Promise<void> {
  const change = await billedChange(trx, id)
  if (change) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, billedAlready(change))
  }
}

export const billedAlready = ({ on_date }: Pick<ChangeRecord, "on_date">): string =>
  `It is billed already for what it is from ${on_date} on: wait until that day`
