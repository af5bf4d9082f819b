import type { CartStockLine, FreedStock } from "../../../rules/packages"

/** A cart, or whatever else asks for stock. */
export interface OrderToCheck {
  /** Of the cart. What it holds already counts as its own. */
  id: string
  /** Its stock locations serve the order; null: all do. */
  salesChannelId: string | null
  lines: readonly CartStockLine[]
  /** An order that is edited: what these of its lines have booked is theirs. */
  anew?: { orderId: string; lineIds: readonly string[] } | undefined
  /** What Medusa has reserved for lines that the edit removes. */
  freed?: readonly FreedStock[] | undefined
  /** Whether an admin asks, who may know of hidden contents. */
  isOfAdmin?: boolean
}

export const channelsOf = ({ salesChannelId }: OrderToCheck): string[] | null =>
  salesChannelId === null ? null : [salesChannelId]
