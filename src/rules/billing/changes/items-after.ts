import type { LineOption } from "../cart/billing-line"
import type { BilledItem } from "../renewals/renewal-order"
import { isRoot } from "../subscriptions/items/items-in-order"
import type { NewTerms, OptionTerms } from "./changed-subscription"

/** What was chosen with an item. */
export const chosenWith = ({ snapshot }: Pick<BilledItem, "snapshot">): LineOption[] =>
  (snapshot.options as LineOption[] | undefined) ?? []

/** The key of the option that an item is of. */
export const keyOfOption = ({ snapshot: { option_key } }: Pick<BilledItem, "snapshot">): string =>
  typeof option_key === "string" ? option_key : ""

export const optionsOf = <Item extends Pick<BilledItem, "kind">>(items: readonly Item[]): Item[] =>
  items.filter(({ kind }) => kind === "option")

/** Tells two choices of one product apart; empty: nothing is chosen. */
export const choiceKey = (item: Pick<BilledItem, "snapshot">): string => {
  const chosen = chosenWith(item).map(({ key, value }) => [key, value] as const)
  return chosen.length ? JSON.stringify(chosen.sort(([one], [other]) => (one < other ? -1 : 1))) : ""
}

/** The items of a subscription under its new terms: its options have its units, and stay where nothing is said of them. */
export function itemsAfter<Item extends BilledItem>(
  items: readonly Item[],
  to: NewTerms,
): (Item | (Item & NewTerms["item"]))[] {
  const root = items.find(isRoot)
  if (!root) {
    return [...items]
  }
  const changed = { ...root, ...to.item }
  const others = items.filter((item) => !isRoot(item) && item.kind !== "option")
  const options = to.options
    ? to.options.map((option, position) => optionItem(changed, { option, position, before: items }))
    : optionsOf(items).map((item) => ({ ...item, quantity: to.item.quantity }))
  return [changed, ...others, ...options]
}

function optionItem<Item extends BilledItem>(
  root: Item,
  { option, position, before }: { option: OptionTerms; position: number; before: readonly Item[] },
): Item {
  const { id, key, title, unit_price, discounts } = option
  const kept = before.find((item) => item.id === id) ?? root
  const { options: _chosen, ...fields } = root.snapshot
  return {
    ...kept,
    ...{ id, title, unit_price, discounts, position },
    kind: "option",
    parent_id: root.id,
    is_hidden: false,
    is_listed: true,
    line_record_id: null,
    quantity: root.quantity,
    product_id: root.product_id,
    variant_id: root.variant_id,
    is_tax_inclusive: root.is_tax_inclusive,
    snapshot: { ...fields, requires_shipping: false, option_key: key },
  }
}
