import type { SellingProblem } from "../states"

interface SellingFacts {
  /** The customer's own currency; null: they have none. */
  wanted: string | null
  /** Where their orders would be made; null: nowhere. */
  place: { currencyCode: string; isOnAccount: boolean } | null
}

/** Why a customer's quick-order link does not sell as it should; null: it does. The merchant sees it beside the link. */
export function sellingProblem({ wanted, place }: SellingFacts): SellingProblem | null {
  if (!place) {
    return "nowhere"
  }
  if (!place.isOnAccount) {
    return "not_on_account"
  }
  return wanted !== null && wanted !== place.currencyCode ? "other_currency" : null
}
