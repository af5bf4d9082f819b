import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { LockedSubscription } from "../../../../modules/billing"
import { chosenWith, keyOfOption, type ItemTerms, type LineOption, type OptionTerms } from "../../../../rules/billing"
import { isPositive } from "../../../../rules/money"
import type { FieldProblem } from "../../../errors/invalid-fields"
import { serviceOptions } from "../../../ports/service-options"
import { toLineOption } from "../../cart/load-line-options"

type Item = LockedSubscription["items"][number]

export interface OptionsToLoad {
  root: Item
  /** The items of its options. */
  options: readonly Item[]
  /** The new terms, without their options. */
  item: ItemTerms
  /** What is to be chosen; undefined: what is chosen now. */
  values: Record<string, unknown> | undefined
  currencyCode: string
}

export type LoadedOptions = { ok: true; item: ItemTerms; options: OptionTerms[] } | { ok: false; problem: FieldProblem }

/**
 * What is chosen under new terms (S3). What stays as it is in the same cycle keeps the agreed price (B22); what is chosen anew has its
 * price of today, as all of it has in another cycle. A change charges no set-up fee. null: its options stay as they are.
 */
export async function loadNewOptions(container: MedusaContainer, asked: OptionsToLoad): Promise<LoadedOptions | null> {
  const { root, options, item, values, currencyCode } = asked
  const isSameCycle = item.variant_id === root.variant_id
  const before = chosenWith(root)
  if (isSameCycle && values === undefined) {
    return null
  }
  const chosenNow = Object.fromEntries(before.map(({ key, value }) => [key, value]))
  const { product_id: productId, variant_id: variantId } = item
  const line = { id: root.id, productId, variantId, values: values ?? chosenNow, leavesOut: values === undefined }
  const found = (await serviceOptions.get().ofLines(container, [line], currencyCode)).get(root.id)
  if (found && !found.ok) {
    return { ok: false, problem: found.problem }
  }
  const agreed = new Map(isSameCycle ? before.map((one) => [one.key, one]) : [])
  const chosen = (found?.options ?? []).map(toLineOption).map((option) => {
    const old = agreed.get(option.key)
    return old && old.value === option.value ? old : option
  })
  const { options: _before, ...snapshot } = item.snapshot
  return {
    ok: true,
    item: { ...item, snapshot: chosen.length ? { ...snapshot, options: chosen } : snapshot },
    options: chosen.filter(({ amount }) => isPositive(amount)).map((option) => termsOf(option, { options, agreed })),
  }
}

function termsOf(
  option: LineOption,
  { options, agreed }: { options: readonly Item[]; agreed: ReadonlyMap<string, LineOption> },
): OptionTerms {
  const { key, title, amount } = option
  const kept = agreed.get(key) === option ? options.find((item) => keyOfOption(item) === key) : undefined
  return kept
    ? { id: kept.id, key, title: kept.title, unit_price: kept.unit_price, discounts: kept.discounts }
    : { id: generateEntityId(undefined, "bsi"), key, title, unit_price: amount, discounts: [] }
}
