import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  type LockedSubscription,
  type SubscriptionItemRecord,
  addTimelineEntries,
  changeSubscription,
  insertSubscriptions,
  openPriceChanges,
  removeItems,
  setItemUnits,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../../modules/core"
import { decideSplit, isRoot, splitItems, splitOff, type MovedItem, type SplitItem } from "../../../../rules/billing"
import { requireNoneBilled } from "../../changes/scheduled-terms"
import { requireVersion } from "../require-version"
import { renewalDiscounts } from "../../renewals/renewal-discounts"

export interface SplitSubscriptionInput extends ChangeContext {
  id: string
  item_id: string
  quantity: number
  version?: number | undefined
}

/** Splits units off in one transaction, so there is nothing to compensate within the step. */
export const splitSubscriptionStep = createStep(
  "billing-split-subscription",
  async (input: SplitSubscriptionInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids = await withLockedSubscriptions(knex, [input.id], (trx, locked) =>
      Promise.all(locked.map((one) => split(trx, one, input))),
    )
    return new StepResponse({ id: ids[0] ?? "" })
  },
)

async function split(
  trx: Database,
  { row, items }: LockedSubscription,
  { item_id, quantity, version, as_of, actor }: SplitSubscriptionInput,
): Promise<string> {
  await requireVersion(trx, row, version)
  const item = requireItem(items, item_id)
  const decision = decideSplit({ status: row.status, has: item.quantity, move: quantity })
  if (decision.kind === "refuse") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.reason)
  }
  await requireNoneBilled(trx, row)
  if ((await openPriceChanges(trx, [row.id])).length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A new price waits for it: withdraw that before units are split off",
    )
  }
  const id = generateEntityId(undefined, "bsub")
  const { move, keep } = decision
  const moved: MovedItem[] = []
  const emptied: string[] = []
  for (const part of splitItems(items, item, { keep, move })) {
    const discounts = splitDiscounts(part, row.currency_code)
    if (part.keep > 0) {
      await setItemUnits(trx, { id: part.item.id, quantity: part.keep, discounts: discounts.keep })
    } else {
      emptied.push(part.item.id)
    }
    if (part.move > 0) {
      const { item: from, move: quantity } = part
      moved.push({ id: generateEntityId(undefined, "bsi"), item: from, quantity, discounts: discounts.move })
    }
  }
  await insertSubscriptions(trx, [splitOff(row, id, moved)])
  await removeItems(trx, emptied)
  const data = { item_id, quantity: move, to: id }
  await changeSubscription(trx, { row, change: { type: "split", patch: {}, data } }, { as_of, actor })
  const told = { order_id: row.order_id, status: row.status, split_from: row.id }
  await addTimelineEntries(trx, [{ subscription_id: id, type: "created", as_of, actor, data: told }])
  await addOutboxEvents(trx, [{ name: "billing.subscription.created", data: { id, ...told } }])
  return id
}

const splitDiscounts = ({ item, keep, move }: SplitItem<SubscriptionItemRecord>, currencyCode: string) =>
  item.discounts.length && keep > 0 && move > 0
    ? renewalDiscounts.get().split(item.discounts, { keep, move }, currencyCode)
    : { keep: item.discounts, move: item.discounts }

function requireItem(items: SubscriptionItemRecord[], itemId: string): SubscriptionItemRecord {
  const item = items.find(({ id }) => id === itemId)
  if (!item) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `item_id: the subscription has no item ${itemId}`)
  }
  if (!isRoot(item)) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "item_id: a content follows its package, which can be split")
  }
  return item
}
