import type { SellingProblem } from "../states"

interface SellingFacts {
  /** The customer's own currency; null: they have none. */
  wanted: string | null
  /** Of the customer's address; null: not known. */
  country: string | null
  /** Where their orders would be made; null: nowhere. */
  place: { currencyCode: string; countries: readonly string[]; isOnAccount: boolean } | null
}

/** Why a customer's quick-order link does not sell as it should; null: it does. The merchant sees it beside the link. */
export function sellingProblem({ wanted, country, place }: SellingFacts): SellingProblem | null {
  if (!place) {
    return "nowhere"
  }
  if (!place.isOnAccount) {
    return "not_on_account"
  }
  if (wanted !== null && wanted !== place.currencyCode) {
    return "other_currency"
  }
  return country !== null && !place.countries.includes(country) ? "other_country" : null
}
