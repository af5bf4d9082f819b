import type { BigNumberInput, CreateLineItemAdjustmentDTO, MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { compare, type Decimal } from "../../rules/money"

/**
 * An adjustment of a cart line for the cart module. Without a `code`, because Medusa removes adjustments with one on
 * each refresh. The provider names the owner.
 */
export interface RoomAdjustment {
  item_id: string
  amount: Decimal
  is_tax_inclusive: boolean
  description: string
  provider_id: string
}

/** An adjustment that a line has, as Medusa gives it. */
interface StoredAdjustment {
  id?: unknown
  code?: unknown
  provider_id?: unknown
  description?: unknown
  amount?: unknown
  raw_amount?: unknown
  is_tax_inclusive?: unknown
}

/** A line with its adjustments. */
export interface AdjustedItem {
  id: string
  adjustments?: StoredAdjustment[] | null
}

export interface AdjustmentsPlan {
  add: RoomAdjustment[]
  remove: string[]
}

/** The changes after which the lines have exactly these adjustments of a provider. */
export function planAdjustments(wanted: RoomAdjustment[], items: AdjustedItem[], provider: string): AdjustmentsPlan {
  const own = items.flatMap((item) =>
    (item.adjustments ?? [])
      .filter(({ provider_id }) => provider_id === provider)
      .map((stored) => ({ itemId: item.id, stored })),
  )
  const kept = new Set<StoredAdjustment>()
  const add = wanted.filter((adjustment) => {
    const same = own.find(
      ({ itemId, stored }) => !kept.has(stored) && itemId === adjustment.item_id && isSame(stored, adjustment),
    )
    if (same) {
      kept.add(same.stored)
    }
    return !same
  })
  const remove = own.filter(({ stored }) => !kept.has(stored)).flatMap(({ stored: { id } }) => id ?? [])
  return { add, remove: remove.map(String) }
}

const isSame = (stored: StoredAdjustment, wanted: RoomAdjustment): boolean =>
  !stored.code &&
  compare(amountOf(stored), wanted.amount) === 0 &&
  (stored.is_tax_inclusive ?? false) === wanted.is_tax_inclusive &&
  stored.description === wanted.description

const amountOf = ({ amount, raw_amount }: StoredAdjustment): Decimal =>
  MathBN.convert((raw_amount ?? amount ?? 0) as BigNumberInput).toFixed()

/** The changes made, with what undoing them needs. */
export interface WrittenAdjustments {
  added: string[]
  removed: string[]
}

/** Makes both changes or none: if the second fails, the first is undone. */
export async function writeAdjustments(
  container: MedusaContainer,
  { add, remove }: AdjustmentsPlan,
): Promise<WrittenAdjustments> {
  const carts = container.resolve(Modules.CART)
  const written: WrittenAdjustments = { added: [], removed: remove }
  if (remove.length) {
    await carts.softDeleteLineItemAdjustments(remove)
  }
  try {
    const added = add.length ? await carts.addLineItemAdjustments(add as CreateLineItemAdjustmentDTO[]) : []
    return { ...written, added: added.map(({ id }) => id) }
  } catch (error) {
    await undoAdjustments(container, written)
    throw error
  }
}

export async function undoAdjustments(
  container: MedusaContainer,
  { added, removed }: WrittenAdjustments,
): Promise<void> {
  const carts = container.resolve(Modules.CART)
  if (added.length) {
    await carts.deleteLineItemAdjustments(added)
  }
  if (removed.length) {
    await carts.restoreLineItemAdjustments(removed)
  }
}
