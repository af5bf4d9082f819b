import { isSameJson, type LineRecord } from "../../cart"
import { packagePayload, rentalLineOf, type RentalTerms } from "./package-line"

/** An accessory whose time changes with that of its package. */
export interface AccessoryMove {
  productId: string
  variantId: string
  from: RentalTerms
  to: RentalTerms
}

export interface MovedRental {
  before: LineRecord
  after: LineRecord
}

/**
 * The records of accessories that were out as long as their package, out as long as it is now (P16): each move takes one
 * line. What the buyer rents for another time stays.
 */
export function movedRentals(records: readonly LineRecord[], moves: readonly AccessoryMove[]): MovedRental[] {
  const left = new Set(records)
  return moves.flatMap(({ variantId, from, to }) => {
    const before = [...left].find(({ payload }) => {
      const own = rentalLineOf(payload)
      return own?.variant_id === variantId && isSameJson(own.terms, from)
    })
    const own = rentalLineOf(before?.payload)
    if (!before || !own) {
      return []
    }
    left.delete(before)
    return [{ before, after: { ...before, payload: { ...before.payload, ...packagePayload({ ...own, terms: to }) } } }]
  })
}
