import {
  type ChangeContext,
  type ChangeRecord,
  changeSubscription,
  endPeriodOn,
  type LockedSubscription,
  moveChange,
  changeItemTerms,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import { changedColumns, isRoot, type ChangeStatus } from "../../../rules/billing"

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
  const { kind, on_date: on, to } = change
  await changeItemTerms(trx, root.id, to)
  if (kind === "prorate" || kind === "restart") {
    await endPeriodOn(trx, { subscriptionId: row.id, cycle: row.next_cycle - 1, on })
  }
  const patch = { ...changedColumns(row, { kind, on, to }, settings), change_id: null }
  await changeSubscription(trx, { row, change: { type: "changed", patch, data: toldOf(change) } }, context)
}

/** What time lines and events tell of a change. */
export const toldOf = ({ id, kind, on_date, from, to }: Omit<ChangeRecord, "status" | "credit">) => ({
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
