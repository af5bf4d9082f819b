/** When an order was written, as Medusa says it. */
export interface OrderTimes {
  /** The cart that it was; null for what never was one. */
  cartId: string | null
  createdAt: string
  updatedAt: string
}

/**
 * The instant at which an order was sold. A draft is sold when it becomes an order: that is the last that was written of it when
 * Medusa says so, and lies before the instant at which the order was first heard of. `convertedBy`: that instant, of what is known
 * to have been a draft.
 */
export function soldAt(
  { cartId, createdAt, updatedAt }: OrderTimes,
  { isPlacedNow, convertedBy }: { isPlacedNow: boolean; convertedBy: string | null },
): string {
  if (cartId !== null) {
    return createdAt
  }
  if (convertedBy !== null) {
    return updatedAt < convertedBy ? updatedAt : convertedBy
  }
  return isPlacedNow ? updatedAt : createdAt
}
