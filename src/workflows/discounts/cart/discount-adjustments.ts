import type { CreateLineItemAdjustmentDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DiscountAnswer, SaleLine } from "../../../rules/discounts/types"
import { compare, isPositive, type Decimal } from "../../../rules/money"
import { DISCOUNT_PROVIDER } from "../discount-provider"
import { decimalOf, type DiscountItem } from "./discount-sale"

/** An adjustment as the cart module takes it. Without a `code`: Medusa removes on each refresh what has one. */
export interface NewDiscountAdjustment {
  item_id: string
  amount: Decimal
  is_tax_inclusive: boolean
  description: string
  provider_id: typeof DISCOUNT_PROVIDER
}

export interface DiscountAdjustmentsPlan {
  add: NewDiscountAdjustment[]
  remove: string[]
}

/** The adjustments that the rule's answer asks for: one for each discount of each line, under the discount's name (D20). */
export function wantedAdjustments(answer: DiscountAnswer, lines: SaleLine[]): NewDiscountAdjustment[] {
  const inclusive = new Set(lines.filter((line) => line.isTaxInclusive).map(({ id }) => id))
  return answer.lines.flatMap((line) =>
    line.discounts
      .filter(({ amount }) => isPositive(amount))
      .map(({ amount, name }) => ({
        item_id: line.id,
        amount,
        is_tax_inclusive: inclusive.has(line.id),
        description: name,
        provider_id: DISCOUNT_PROVIDER,
      })),
  )
}

/** What has to be done so that the lines have these adjustments and no other of ours; nothing where they have them. */
export function planDiscountAdjustments(
  wanted: NewDiscountAdjustment[],
  items: DiscountItem[],
): DiscountAdjustmentsPlan {
  const own = items.flatMap((item) =>
    (item.adjustments ?? [])
      .filter(({ provider_id }) => provider_id === DISCOUNT_PROVIDER)
      .map((adjustment) => ({ ...adjustment, item_id: item.id })),
  )
  const kept = new Set<(typeof own)[number]>()
  const add = wanted.filter((adjustment) => {
    const same = own.find(
      (one) =>
        !kept.has(one) &&
        one.item_id === adjustment.item_id &&
        !one.code &&
        compare(decimalOf(one.amount, one.raw_amount), adjustment.amount) === 0 &&
        (one.is_tax_inclusive ?? false) === adjustment.is_tax_inclusive &&
        one.description === adjustment.description,
    )
    if (same) {
      kept.add(same)
    }
    return !same
  })
  return { add, remove: own.filter((one) => !kept.has(one)).flatMap(({ id }) => id ?? []) }
}

/** What was done, with all that takes it back. */
export interface WrittenDiscounts {
  added: string[]
  removed: string[]
}

export async function writeDiscountAdjustments(
  container: MedusaContainer,
  { add, remove }: DiscountAdjustmentsPlan,
): Promise<WrittenDiscounts> {
  const carts = container.resolve(Modules.CART)
  const written: WrittenDiscounts = { added: [], removed: remove }
  if (remove.length) {
    await carts.softDeleteLineItemAdjustments(remove)
  }
  try {
    const added = add.length ? await carts.addLineItemAdjustments(add as CreateLineItemAdjustmentDTO[]) : []
    return { ...written, added: added.map(({ id }) => id) }
  } catch (error) {
    await undoDiscountAdjustments(container, written)
    throw error
  }
}

export async function undoDiscountAdjustments(
  container: MedusaContainer,
  { added, removed }: WrittenDiscounts,
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (added.length) {
    await carts.deleteLineItemAdjustments(added)
  }
  if (removed.length) {
    await carts.restoreLineItemAdjustments(removed)
  }
}
