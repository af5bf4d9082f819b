import { compare, type Decimal } from "../../money"

export interface ReservationFacts {
  id: string
  inventoryItemId: string
  locationId: string
  quantity: Decimal
}

export type HeldPlace = Omit<ReservationFacts, "id">

/** A reservation that stands at another location than its order's hold. */
export interface ReservationMove {
  reservationId: string
  locationId: string
}

/**
 * Which reservations of an order have to move, so that each stands where the order held stock: Medusa chooses the location
 * of a line without looking at bookings or at the order's other lines.
 */
export function reservationMoves(
  reservations: readonly ReservationFacts[],
  holds: readonly HeldPlace[],
): ReservationMove[] {
  const left = new Set(reservations)
  const take = (hold: HeldPlace, isAnywhere: boolean): ReservationFacts | null => {
    const found = [...left].find(
      (one) =>
        one.inventoryItemId === hold.inventoryItemId &&
        compare(one.quantity, hold.quantity) === 0 &&
        (isAnywhere || one.locationId === hold.locationId),
    )
    if (found) {
      left.delete(found)
    }
    return found ?? null
  }
  const unmatched = holds.filter((hold) => !take(hold, false))
  return unmatched.flatMap((hold) => {
    const found = take(hold, true)
    return found ? [{ reservationId: found.id, locationId: hold.locationId }] : []
  })
}
