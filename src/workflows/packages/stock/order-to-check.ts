import type { CartStockLine } from "../../../rules/packages"

/** A cart, or whatever else asks for stock. */
export interface OrderToCheck {
  /** Of the cart. What it holds already counts as its own. */
  id: string
  /** Its stock locations serve the order; null: all do. */
  salesChannelId: string | null
  lines: readonly CartStockLine[]
}

export const channelsOf = ({ salesChannelId }: OrderToCheck): string[] | null =>
  salesChannelId === null ? null : [salesChannelId]
