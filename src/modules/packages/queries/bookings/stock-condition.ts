/** A boolean expression on Medusa's tables and the room's. */
interface Condition {
  sql: string
  bindings: unknown[]
}

/**
 * Whether a cart's completion needs the stock's guard, though nothing in it is a package: two of its lines share an
 * inventory item, which Medusa checks one by one; or one of its items is booked, is in a package, or is rented, so that
 * somebody may be booking it now. It is a function of the database, which keeps its plan.
 */
export const needsStockGuard = (cartId: string): Condition => ({
  sql: "packages_needs_stock_guard(?::text)",
  bindings: [cartId],
})
