import type { CreateLineItemAdjustmentDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { compare, multiply, type Decimal } from "../../../rules/money"
import type { CartFacts } from "./cart-facts"
import { trialDescription } from "./line-words"

/** Marks the adjustments that are ours: found again by it, and left alone by Medusa, because they have no code. */
export const TRIAL_PROVIDER = "service-commerce-trial"

/** An adjustment as Medusa's cart has it. */
export interface LineAdjustment {
  id: string
  item_id: string
  providerId: string | null
  amount: Decimal
  isTaxInclusive: boolean
  description: string | null
}

/** Without a `code`: Medusa removes on each refresh what has one. */
export type NewTrialAdjustment = Omit<CreateLineItemAdjustmentDTO, "code">

export interface TrialAdjustmentsPlan {
  add: NewTrialAdjustment[]
  remove: string[]
}

/**
 * A line on trial is free now (B14): it is taken off whole, in the way its price is taxed, so that nothing is left of it
 * in either reckoning. Its fee is a line of its own and stays due.
 */
export function planTrialAdjustments(cart: CartFacts, existing: LineAdjustment[]): TrialAdjustmentsPlan {
  const own = existing.filter((adjustment) => adjustment.providerId === TRIAL_PROVIDER)
  const wanted = linesOnTrial(cart).map(({ line, days }) => ({
    item_id: line.id,
    amount: multiply(line.unitPrice, line.quantity),
    is_tax_inclusive: line.isTaxInclusive,
    description: trialDescription(days, cart.locale),
    provider_id: TRIAL_PROVIDER,
  }))
  const kept = new Set<string>()
  const add = wanted.filter((adjustment) => {
    const same = own.find(
      (one) =>
        !kept.has(one.id) &&
        one.item_id === adjustment.item_id &&
        compare(one.amount, adjustment.amount) === 0 &&
        one.isTaxInclusive === adjustment.is_tax_inclusive &&
        one.description === adjustment.description,
    )
    if (same) {
      kept.add(same.id)
    }
    return !same
  })
  return { add, remove: own.map(({ id }) => id).filter((id) => !kept.has(id)) }
}

export function linesOnTrial(cart: CartFacts) {
  return cart.lines.flatMap((line) => {
    const sale = cart.sales.get(line.id)
    const days = sale?.ok && sale.terms.kind === "recurring" ? sale.terms.trialDays : 0
    return days > 0 ? [{ line, days }] : []
  })
}

/** What was done, with all that takes it back. */
export interface WrittenTrials {
  added: string[]
  removed: string[]
}

export async function writeTrialAdjustments(
  container: MedusaContainer,
  { add, remove }: TrialAdjustmentsPlan,
): Promise<WrittenTrials> {
  const carts = container.resolve(Modules.CART)
  if (remove.length) {
    await carts.softDeleteLineItemAdjustments(remove)
  }
  const added = add.length ? await carts.addLineItemAdjustments(add as CreateLineItemAdjustmentDTO[]) : []
  return { added: added.map(({ id }) => id), removed: remove }
}

export async function undoTrialAdjustments(
  container: MedusaContainer,
  { added, removed }: WrittenTrials,
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (added.length) {
    await carts.deleteLineItemAdjustments(added)
  }
  if (removed.length) {
    await carts.restoreLineItemAdjustments(removed)
  }
}
