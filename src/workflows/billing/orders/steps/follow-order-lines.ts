import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type LockedSubscription,
  type SubscriptionItemRecord,
  type SubscriptionRecord,
  changeSubscription,
  readClaimedUnits,
  setItemTerms,
  setOrderedTerms,
  subscriptionsOfOrder,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import type { Database } from "../../../../modules/core"
import {
  canceledChange,
  followLine,
  withPackagePrices,
  type ItemDecision,
  type LineTermsNow,
  type RecurringTerms,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { subtract } from "../../../../rules/money"
import { loadOrder } from "../../../orders/load-orders"
import type { OrderFacts } from "../../../orders/order-facts"
import { packageContents } from "../../../ports/package-contents"
import { renewalDiscounts } from "../../renewals/renewal-discounts"
import { giveBackUnusedTrials } from "../../subscriptions/give-back-unused-trials"

export interface FollowOrderLinesInput {
  order_id: string
  as_of: CivilDate
}

/** One line's items: its own first, then those split off. */
interface Family {
  root: SubscriptionItemRecord
  members: { item: SubscriptionItemRecord; row: SubscriptionRecord }[]
}

interface Following {
  order: OrderFacts
  /** Units of each line that are its buyer's. */
  lines: ReadonlyMap<string, LineTermsNow>
  discounts: ReadonlyMap<string, RecurringTerms[]>
  asOf: CivilDate
}

/**
 * Has the subscriptions of an order follow its lines (decision 0024), in one transaction. The order is read while the
 * subscriptions are locked, so that of two changes at once the later one counts. A second run changes nothing.
 */
export const followOrderLinesStep = createStep(
  "billing-follow-order-lines",
  async ({ order_id, as_of }: FollowOrderLinesInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ids = await subscriptionsOfOrder(knex, order_id, { live: false })
    if (ids.length) {
      await withLockedSubscriptions(knex, ids, async (trx, locked) => {
        const following = await loadFollowing(container, order_id, as_of)
        if (following) {
          await follow(container, trx, { locked, following })
        }
      })
    }
    return new StepResponse(undefined)
  },
)

/** Null: a canceled order ends its subscriptions as a whole. */
async function loadFollowing(container: MedusaContainer, orderId: string, asOf: CivilDate): Promise<Following | null> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const order = await loadOrder(container, orderId)
  if (order.isCanceled || order.isDraft) {
    return null
  }
  const claimed = await readClaimedUnits(knex, orderId)
  const inPackages = await packageContents.get().ofOrder(container, order)
  const lines = new Map(
    withPackagePrices(order.lines, inPackages).map(({ id, quantity, returnedQuantity, unitPrice, isTaxInclusive }) => {
      const units = Number(subtract(quantity, returnedQuantity)) + (claimed.returned.get(id) ?? 0)
      return [id, { quantity: Math.max(0, units), unitPrice, isTaxInclusive }]
    }),
  )
  return { order, lines, asOf, discounts: await renewalDiscounts.get().ofOrder(container, order) }
}

async function follow(
  container: MedusaContainer,
  trx: Database,
  { locked, following }: { locked: LockedSubscription[]; following: Following },
): Promise<void> {
  const ended: LockedSubscription[] = []
  for (const family of familiesOf(locked)) {
    const line = following.lines.get(family.root.order_line_id ?? "") ?? null
    const decisions = followLine(factsOf(family, line))
    await write(trx, { family, decisions, following })
    ended.push(
      ...locked.filter(({ row }) => decisions.some((one) => one.kind === "end" && one.subscriptionId === row.id)),
    )
    const { quantity, unitPrice, isTaxInclusive } = line ?? { ...orderedOf(family), quantity: 0 }
    const ordered = { quantity, unit_price: unitPrice, is_tax_inclusive: isTaxInclusive }
    await setOrderedTerms(trx, family.root.id, ordered)
  }
  await giveBackUnusedTrials(container, trx, { undone: ended, asOf: following.asOf })
}

function familiesOf(locked: LockedSubscription[]): Family[] {
  const all = locked.flatMap(({ row, items }) => items.map((item) => ({ item, row })))
  const partsOf = (id: string): Family["members"] =>
    all.filter(({ item }) => item.split_from_id === id).flatMap((part) => [part, ...partsOf(part.item.id)])
  return all.flatMap(({ item, row }) =>
    item.order_line_id === null ? [] : [{ root: item, members: [{ item, row }, ...partsOf(item.id)] }],
  )
}

/** What the line was followed as; of an item without a record, its units now. */
function orderedOf({ root, members }: Family): LineTermsNow {
  const units = members.reduce((total, { item }) => total + item.quantity, 0)
  const { quantity, unit_price, is_tax_inclusive } = root.ordered ?? { ...root, quantity: units }
  return { quantity, unitPrice: unit_price, isTaxInclusive: is_tax_inclusive }
}

const factsOf = (family: Family, line: LineTermsNow | null) => ({
  ordered: orderedOf(family),
  line,
  items: family.members.map(({ item, row }) => ({
    id: item.id,
    subscriptionId: row.id,
    status: row.status,
    quantity: item.quantity,
    unitPrice: item.unit_price,
    isTaxInclusive: item.is_tax_inclusive,
  })),
})

interface Writing {
  family: Family
  decisions: ItemDecision[]
  following: Following
}

async function write(trx: Database, { family, decisions, following }: Writing): Promise<void> {
  const { asOf } = following
  const shares = sharesOf(family, decisions, following)
  for (const { kind, itemId, from, to } of decisions) {
    const member = family.members.find(({ item }) => item.id === itemId)
    if (!member) {
      continue
    }
    const { row } = member
    const context = { as_of: asOf, actor: "system" as const }
    if (kind === "end") {
      await changeSubscription(trx, { row, change: canceledChange(asOf, "order_line_removed") }, context)
      continue
    }
    await setItemTerms(trx, { id: itemId, ...to, discounts: shares.get(itemId) ?? [] })
    const changes = [
      { type: "quantity_changed" as const, from: from.quantity, to: to.quantity },
      { type: "price_changed" as const, from: from.unitPrice, to: to.unitPrice },
    ].filter((change) => change.from !== change.to)
    for (const { type, ...values } of changes) {
      await changeSubscription(trx, { row, change: { type, patch: {}, data: { item_id: itemId, ...values } } }, context)
    }
  }
}

/** Each item's share of the line's discounts, as the order has them now. */
function sharesOf(
  { root, members }: Family,
  decisions: ItemDecision[],
  { discounts, order }: Following,
): Map<string, RecurringTerms[]> {
  const shares = new Map<string, RecurringTerms[]>()
  const units = members.map(({ item }) => {
    const decided = decisions.find(({ itemId }) => itemId === item.id)
    return { id: item.id, quantity: decided?.to.quantity ?? item.quantity }
  })
  let rest = discounts.get(root.order_line_id ?? "") ?? []
  let left = units.reduce((total, { quantity }) => total + quantity, 0)
  for (const { id, quantity } of units) {
    if (quantity === left || !rest.length) {
      shares.set(id, rest)
      rest = []
    } else if (quantity > 0) {
      const { keep, move } = renewalDiscounts
        .get()
        .split(rest, { keep: quantity, move: left - quantity }, order.currencyCode)
      shares.set(id, keep)
      rest = move
    }
    left -= quantity
  }
  return shares
}
