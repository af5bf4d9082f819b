import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type LockedSubscription,
  changeSubscription,
  readClaimedUnits,
  readSubscriptions,
  removeItems,
  setItemTerms,
  setOrderedTerms,
  subscriptionsOfOrder,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import type { Database } from "../../../../modules/core"
import {
  canceledChange,
  followLine,
  isRoot,
  type ItemDecision,
  type LineTermsNow,
  type RecurringTerms,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import { subtract } from "../../../../rules/money"
import { loadOrder } from "../../../orders/load-orders"
import type { OrderFacts } from "../../../orders/order-facts"
import { packageContents, type PackageContent } from "../../../ports/packages/package-contents"
import { renewalDiscounts } from "../../renewals/renewal-discounts"
import { followContents } from "../follow-contents"
import { itemFamilies, type ItemFamily } from "../item-families"
import { shareDiscounts } from "../share-discounts"
import { giveBackUnusedTrials } from "../../subscriptions/give-back-unused-trials"

export interface FollowOrderLinesInput {
  order_id: string
  as_of: CivilDate
}

interface Following {
  order: OrderFacts
  inPackages: ReadonlyMap<string, PackageContent>
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
    order.lines.map(({ id, quantity, returnedQuantity, unitPrice, isTaxInclusive }) => {
      const units = Number(subtract(quantity, returnedQuantity)) + (claimed.returned.get(id) ?? 0)
      return [id, { quantity: Math.max(0, units), unitPrice, isTaxInclusive }]
    }),
  )
  return { order, lines, inPackages, asOf, discounts: await renewalDiscounts.get().ofOrder(container, order) }
}

async function follow(
  container: MedusaContainer,
  trx: Database,
  { locked, following }: { locked: LockedSubscription[]; following: Following },
): Promise<void> {
  const ended = new Set<string>()
  const resized = new Set<string>()
  // Packages before their contents: what ends with its package keeps what was in it.
  const families = itemFamilies(locked).sort((a, b) => Number(isRoot(b.root)) - Number(isRoot(a.root)))
  for (const family of families) {
    const line = lineOf(family, { locked, following })
    const decisions = followLine(factsOf(family, line)).filter(({ subscriptionId }) => !ended.has(subscriptionId))
    const { quantity, unitPrice, isTaxInclusive } = line ?? { ...orderedOf(family), quantity: 0 }
    const ordered = { quantity, unit_price: unitPrice, is_tax_inclusive: isTaxInclusive }
    await setOrderedTerms(trx, family.root.id, ordered)
    await write(trx, { family, decisions, following, resized })
    for (const { kind, subscriptionId, from, to } of isRoot(family.root) ? decisions : []) {
      if (kind === "end") {
        ended.add(subscriptionId)
      } else if (from.quantity !== to.quantity) {
        resized.add(subscriptionId)
      }
    }
  }
  const ids = locked.map(({ row }) => row.id)
  await followContents(trx, { subscriptions: await readSubscriptions(trx, ids), ...following })
  await giveBackUnusedTrials(container, trx, {
    undone: locked.filter(({ row }) => ended.has(row.id)),
    asOf: following.asOf,
  })
}

/** An option has the units of its product, whatever its own line has (S3). */
function lineOf(
  { root }: ItemFamily,
  { locked, following: { lines } }: { locked: readonly LockedSubscription[]; following: Following },
): LineTermsNow | null {
  const own = lines.get(root.order_line_id ?? "") ?? null
  if (root.kind !== "option" || !own) {
    return own
  }
  const product = locked.flatMap(({ items }) => items).find(({ id }) => id === root.parent_id)
  return { ...own, quantity: lines.get(product?.order_line_id ?? "")?.quantity ?? 0 }
}

/** What the line was followed as; of an item without a record, its units now. */
function orderedOf({ root, members }: ItemFamily): LineTermsNow {
  const units = members.reduce((total, { item }) => total + item.quantity, 0)
  const { quantity, unit_price, is_tax_inclusive } = root.ordered ?? { ...root, quantity: units }
  return { quantity, unitPrice: unit_price, isTaxInclusive: is_tax_inclusive }
}

const factsOf = (family: ItemFamily, line: LineTermsNow | null) => ({
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
  family: ItemFamily
  decisions: ItemDecision[]
  following: Following
  /** Subscriptions whose package has other units now: that its contents have, too, goes without saying. */
  resized: ReadonlySet<string>
}

async function write(trx: Database, { family, decisions, following, resized }: Writing): Promise<void> {
  const { asOf } = following
  const shares = sharesOf(family, decisions, following)
  for (const { kind, itemId, from, to } of decisions) {
    const member = family.members.find(({ item }) => item.id === itemId)
    if (!member) {
      continue
    }
    const { row, item } = member
    const context = { as_of: asOf, actor: "system" as const }
    if (kind === "end" && isRoot(item)) {
      await changeSubscription(trx, { row, change: canceledChange(asOf, "order_line_removed") }, context)
      continue
    }
    await (kind === "end"
      ? removeItems(trx, [itemId])
      : setItemTerms(trx, { id: itemId, ...to, discounts: shares.get(itemId) ?? [] }))
    const isToldOf = isRoot(item) || !resized.has(row.id)
    const changes = [
      { type: "quantity_changed" as const, from: from.quantity, to: isToldOf ? to.quantity : from.quantity },
      { type: "price_changed" as const, from: from.unitPrice, to: to.unitPrice },
    ].filter((change) => change.from !== change.to)
    for (const { type, ...values } of changes) {
      await changeSubscription(trx, { row, change: { type, patch: {}, data: { item_id: itemId, ...values } } }, context)
    }
  }
}

/** Each item's share of the line's discounts, as the order has them now. */
function sharesOf(
  { root, members }: ItemFamily,
  decisions: ItemDecision[],
  { discounts, order }: Following,
): Map<string, RecurringTerms[]> {
  const units = members.map(({ item }) => {
    const decided = decisions.find(({ itemId }) => itemId === item.id)
    return { id: item.id, quantity: decided?.to.quantity ?? item.quantity }
  })
  return shareDiscounts(discounts.get(root.order_line_id ?? "") ?? [], units, order.currencyCode)
}
