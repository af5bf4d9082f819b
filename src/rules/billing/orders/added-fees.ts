import type { LineOffers } from "../cart/fee-stage"
import { feeTitle } from "../cart/line-words"
import { isPositive, type Decimal } from "../../money"

/** In the metadata of a set-up fee that an admin's sale made: the order line that it is of. */
export const FEE_OF = "service_setup_fee_of"

type Metadata = Record<string, unknown> | null

interface MarkedLine {
  id: string
  variantId: string | null
  metadata: Metadata
}

/** The order line that a fee is of; null: the line is no such fee. No storefront can sell a line without a variant. */
export const feeParentOf = ({ variantId, metadata }: Omit<MarkedLine, "id">): string | null => {
  const parent = variantId === null ? metadata?.[FEE_OF] : null
  return typeof parent === "string" ? parent : null
}

/** The lines of an invoice by what they belong to: a fee to its product's line. */
export function addedFeeParents(lines: readonly MarkedLine[]): Map<string, { id: string; parentId: string | null }> {
  const ids = new Set(lines.map(({ id }) => id))
  return new Map(
    lines.map((line) => {
      const parent = feeParentOf(line)
      return [line.id, { id: line.id, parentId: parent !== null && ids.has(parent) ? parent : null }]
    }),
  )
}

/** A line of a draft or of an edit, as it is to become. */
export interface AdminLine extends MarkedLine {
  title: string
  quantity: number
  /** Whether this draft or edit adds it: what was sold before has its fee. */
  isAdded: boolean
}

/** A fee line to add, of so many units. */
export interface FeeLine {
  parentId: string
  title: string
  quantity: number
  unitPrice: Decimal
}

export interface FeePlan {
  add: FeeLine[]
  /** Fee lines whose quantity is not their product's. */
  change: { id: string; quantity: number }[]
  /** Fee lines whose product is gone, or is sold without a fee. */
  remove: string[]
}

/**
 * The set-up fees of lines that an admin adds to a draft or to an order: one line for each, per unit (B7), as a cart
 * has it. The plan is empty where all is right, so that it may be asked for after every change.
 */
export function planAdminFees(lines: readonly AdminLine[], offers: LineOffers, locale: string | null): FeePlan {
  const fees = new Map<string, AdminLine>()
  const plan: FeePlan = { add: [], change: [], remove: [] }
  for (const line of lines) {
    const parent = feeParentOf(line)
    if (parent !== null && line.isAdded) {
      fees.set(parent, line)
    }
  }
  for (const line of lines.filter((one) => one.isAdded && feeParentOf(one) === null)) {
    const offer = offers.get(line.id)
    const amount = offer?.ok ? offer.terms.setupFee : null
    const fee = fees.get(line.id)
    if (amount !== null && isPositive(amount) && line.quantity > 0) {
      fees.delete(line.id)
      if (!fee) {
        plan.add.push(feeLineOf(line, amount, locale))
      } else if (fee.quantity !== line.quantity) {
        plan.change.push({ id: fee.id, quantity: line.quantity })
      }
    }
  }
  plan.remove.push(...[...fees.values()].map(({ id }) => id))
  return plan
}

const feeLineOf = (line: AdminLine, unitPrice: Decimal, locale: string | null): FeeLine => ({
  parentId: line.id,
  title: feeTitle(line.title, locale),
  quantity: line.quantity,
  unitPrice,
})
