import {
  changeSubscription,
  insertItems,
  setItemPackage,
  setItemPlace,
  type LockedSubscription,
  type SubscriptionItemRecord,
} from "../../../modules/billing"
import type { Database } from "../../../modules/core"
import { addedContents, isFinal, isRoot, type LineTermsNow, type RecurringTerms } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { OrderFacts } from "../../orders/order-facts"
import type { PackageContent } from "../../ports/packages/package-contents"
import { packOf, type OrderedContent } from "../subscriptions/ordered-services"
import { itemFamilies, type ItemFamily } from "./item-families"
import { shareDiscounts } from "./share-discounts"

export interface ContentsToFollow {
  /** As they are after their lines were followed. */
  subscriptions: LockedSubscription[]
  order: OrderFacts
  inPackages: ReadonlyMap<string, PackageContent>
  /** Units of each line that are its buyer's. */
  lines: ReadonlyMap<string, LineTermsNow>
  discounts: ReadonlyMap<string, RecurringTerms[]>
  asOf: CivilDate
}

/**
 * Has the packages of subscriptions follow what their order's lines have in them (B27): what an edit has added, and what
 * it has hidden or shown. Units and prices follow as those of all lines do.
 */
export async function followContents(trx: Database, following: ContentsToFollow): Promise<void> {
  const families = itemFamilies(following.subscriptions)
  const known = new Map(families.map((family) => [family.root.order_line_id, family]))
  for (const family of families.filter(({ root }) => isRoot(root))) {
    const pack = packOf(family.root.order_line_id ?? "", following)
    const roots = runningItems(family)
    if (!pack) {
      continue
    }
    for (const { id, line_record_id, is_listed } of roots) {
      if (line_record_id !== pack.recordId || is_listed !== pack.isListed) {
        await setItemPackage(trx, { id, recordId: pack.recordId, isListed: pack.isListed })
      }
    }
    for (const content of pack.contents) {
      const sold = known.get(content.line.id)
      await (sold ? place(trx, sold, content) : addContent(trx, { content, family, roots }, following))
    }
  }
}

const runningItems = ({ members }: ItemFamily): SubscriptionItemRecord[] =>
  members.flatMap(({ item, row }) => (isFinal(row.status) ? [] : [item]))

async function place(trx: Database, sold: ItemFamily, { isHidden, position }: OrderedContent): Promise<void> {
  for (const item of runningItems(sold)) {
    if (item.is_hidden !== isHidden || item.position !== position) {
      await setItemPlace(trx, { id: item.id, isHidden, position })
    }
  }
}

interface AddedContent {
  content: OrderedContent
  family: ItemFamily
  /** The package's items of subscriptions that run. */
  roots: SubscriptionItemRecord[]
}

async function addContent(
  trx: Database,
  { content, family, roots }: AddedContent,
  { lines, order, subscriptions, asOf }: ContentsToFollow,
): Promise<void> {
  const quantity = lines.get(content.line.id)?.quantity ?? 0
  if (quantity <= 0 || !roots.length) {
    return
  }
  const packages = lines.get(family.root.order_line_id ?? "")?.quantity ?? 0
  const items = addedContents({ content: { ...content, line: { ...content.line, quantity } }, packages, roots })
  const shares = shareDiscounts(content.discounts, items, order.currencyCode)
  await insertItems(
    trx,
    items.map((item) => ({ ...item, discounts: shares.get(item.id) ?? [] })),
  )
  for (const { id, subscription_id, quantity: to } of items) {
    const row = subscriptions.find((one) => one.row.id === subscription_id)?.row
    const change = { type: "quantity_changed" as const, patch: {}, data: { item_id: id, from: 0, to } }
    await (row && changeSubscription(trx, { row, change }, { as_of: asOf, actor: "system" }))
  }
}
