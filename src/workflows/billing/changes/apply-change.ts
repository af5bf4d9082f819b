import {
  type ChangeContext,
  type ChangeRecord,
  changeSubscription,
  endPeriodOn,
  type LockedSubscription,
  moveChange,
  openPriceChanges,
  changeItemTerms,
  insertItems,
  removeItems,
  setItemUnits,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import {
  changedColumns,
  isOfAnotherPrice,
  isRoot,
  itemsAfter,
  optionsOf,
  type ChangeStatus,
} from "../../../rules/billing"
import { termsNow } from "./scheduled-terms"
import { withdrawPriceChange } from "../price-changes/settle-price-changes"

interface Applying {
  subscription: LockedSubscription
  change: ChangeRecord
  /** Where the change stands. */
  from: ChangeStatus
  settings: { invoiceDaysBefore: number }
}

/** Writes the new terms of a locked subscription, with its time line and event. Once: a change that was moved on does nothing. */
export async function applyChange(
  trx: Database,
  { subscription: { row, items }, change, from, settings }: Applying,
  context: ChangeContext,
): Promise<void> {
  const root = items.find(isRoot)
  if (!root || !(await moveChange(trx, { id: change.id, from, to: "applied" }))) {
    return
  }
  const { kind, on_date: on, billed_cycle: cycle } = change
  const to = from === "scheduled" ? termsNow(row, items, change.to) : change.to
  await changeItemTerms(trx, root.id, to)
  if (isOfAnotherPrice(root, to.item)) {
    for (const price of await openPriceChanges(trx, [row.id])) {
      const reason = "the subscription is for another price by now"
      await withdrawPriceChange(trx, { row, change: price, reason }, context)
    }
  }
  await writeOptions(trx, { root, before: optionsOf(items), after: optionsOf(itemsAfter(items, to)) })
  if (kind === "prorate" || kind === "restart") {
    await endPeriodOn(trx, { subscriptionId: row.id, cycle: row.next_cycle - 1, on })
  }
  const patch = { ...changedColumns(row, { kind, on, to, cycle }, settings), change_id: null }
  await changeSubscription(trx, { row, change: { type: "changed", patch, data: toldOf(change) } }, context)
}

type Item = LockedSubscription["items"][number]

/** Options that stay keep their items; others go, and new ones come. */
async function writeOptions(
  trx: Database,
  { root, before, after }: { root: Item; before: Item[]; after: Item[] },
): Promise<void> {
  const kept = new Map(before.map((item) => [item.id, item]))
  const ids = new Set(after.map(({ id }) => id))
  await removeItems(
    trx,
    before.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  )
  const added = after.filter(({ id }) => !kept.has(id))
  await insertItems(
    trx,
    added.map((item) => ({ ...item, ...LATER, subscription_id: root.subscription_id })),
  )
  for (const { id, quantity, discounts } of after) {
    if (kept.has(id) && kept.get(id)?.quantity !== quantity) {
      await setItemUnits(trx, { id, quantity, discounts })
    }
  }
}

/** No line of an order has sold it. */
const LATER = { order_line_id: null, split_from_id: null, ordered: null }

/** What time lines and events tell of a change. */
export const toldOf = ({
  id,
  kind,
  on_date,
  from,
  to,
}: Pick<ChangeRecord, "id" | "kind" | "on_date" | "from" | "to">) => ({
  change_id: id,
  kind,
  on: on_date,
  from,
  to: {
    cycle_id: to.item.cycle_id,
    quantity: to.item.quantity,
    title: to.item.title,
    unit_price: to.item.unit_price,
    interval: to.interval,
  },
})
