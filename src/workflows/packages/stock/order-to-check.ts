import type { StockLine } from "../../../rules/packages"

/** A line as stock sees it, wherever it comes from. */
export interface OrderLineToCheck extends StockLine {
  /** Whether it is part of a package: the customer need not know of it. */
  isDependent: boolean
}

/** A cart, or whatever else asks for stock. */
export interface OrderToCheck {
  /** Of the cart. What it holds already counts as its own. */
  id: string
  /** Its stock locations serve the order; null: all do. */
  salesChannelId: string | null
  lines: readonly OrderLineToCheck[]
}
