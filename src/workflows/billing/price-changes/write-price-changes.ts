import { generateEntityId } from "@medusajs/framework/utils"
import {
  type ChangeContext,
  changeSubscription,
  insertPriceChanges,
  type LockedSubscription,
  type NewPriceChange,
  setItemPrice,
  type SubscriptionRecord,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import type { PriceChange, WithoutConsent } from "../../../rules/billing"
import type { PriceChangePlan, PriceChangeRequest } from "./plan-price-changes"

interface Writing {
  plan: PriceChangePlan
  locked: LockedSubscription[]
  request: PriceChangeRequest & { without_consent: WithoutConsent | null }
}

/** Writes decided prices of locked subscriptions: at once, or as rows that wait. Answers the id of those; null: at once. */
export async function writePriceChanges(
  trx: Database,
  { plan, locked, request }: Writing,
  context: ChangeContext,
): Promise<string | null> {
  const rows = new Map(locked.map(({ row }) => [row.id, row]))
  if (request.mode === "at_once") {
    for (const change of plan.changes) {
      const row = rows.get(change.subscription_id)
      if (row) {
        await writePrice(trx, { row, change }, context)
      }
    }
    return null
  }
  const migrationId = generateEntityId(undefined, "bprm")
  const waiting = waitingChanges(plan, { migrationId, request, context })
  await insertPriceChanges(trx, waiting)
  for (const one of waiting) {
    const row = rows.get(one.subscription_id)
    if (row) {
      await tellOfWaiting(trx, { row, one }, context)
    }
  }
  return waiting.length ? migrationId : null
}

/** The new price is the subscription's from now on. */
export async function writePrice(
  trx: Database,
  { row, change }: { row: SubscriptionRecord; change: PriceChange },
  context: ChangeContext,
): Promise<void> {
  for (const { item_id, to, is_tax_inclusive } of change.parts) {
    await setItemPrice(trx, { id: item_id, unitPrice: to, isTaxInclusive: is_tax_inclusive })
  }
  const { item_id, from, to, from_cycle_on } = change
  const data = { item_id, from, to, from_cycle_on }
  await changeSubscription(trx, { row, change: { type: "price_migrated", patch: {}, data } }, context)
}

/** One a subscription, with all that is in it. */
function waitingChanges(
  { changes, answer_until }: PriceChangePlan,
  {
    migrationId,
    request: { mode, without_consent },
    context: { as_of, actor },
  }: { migrationId: string; request: Writing["request"]; context: ChangeContext },
): NewPriceChange[] {
  const bySubscription = new Map<string, PriceChangePlan["changes"]>()
  for (const change of changes) {
    bySubscription.set(change.subscription_id, [...(bySubscription.get(change.subscription_id) ?? []), change])
  }
  return [...bySubscription].map(([subscription_id, all]) => ({
    id: generateEntityId(undefined, "bprc"),
    migration_id: migrationId,
    subscription_id,
    mode,
    status: mode === "ask" ? ("asked" as const) : ("announced" as const),
    changes: all.map(({ tell_on: _told, ...change }) => change),
    effective_on: all[0]?.from_cycle_on ?? as_of,
    tell_on: all[0]?.tell_on ?? as_of,
    answer_until,
    without_consent,
    as_of,
    actor,
  }))
}

async function tellOfWaiting(
  trx: Database,
  { row, one }: { row: SubscriptionRecord; one: NewPriceChange },
  context: ChangeContext,
): Promise<void> {
  const [first] = one.changes
  const asked = one.mode === "ask" ? { answer_until: one.answer_until, without_consent: one.without_consent } : {}
  const data = {
    price_change_id: one.id,
    from: first?.from,
    to: first?.to,
    from_cycle_on: one.effective_on,
    ...asked,
  }
  const type = one.mode === "ask" ? ("price_change_asked" as const) : ("price_change_announced" as const)
  await changeSubscription(trx, { row, change: { type, patch: {}, data } }, context)
}
