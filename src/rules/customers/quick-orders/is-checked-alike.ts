import { compareDates, type CivilDate } from "../../calendar"

/** What an order is made of beside its goods, as it was checked, or as it would be checked now. */
export interface OrderTerms {
  regionId: string | null
  currencyCode: string
  email: string | null
  /** Medusa's fields of an address; null: none is known. */
  address: Readonly<Record<string, string | null | undefined>> | null
}

/** Whether the day for which an order is wanted is to come, or there is none. */
export const isStillWanted = (wantedOn: string | null | undefined, asOf: CivilDate): boolean =>
  !wantedOn || compareDates(wantedOn, asOf) >= 0

/**
 * Whether an order that was checked would be checked alike now. The merchant may have changed the customer's currency, country,
 * address or e-mail since: what was shown is not what would be sent then.
 */
export function isCheckedAlike(checked: OrderTerms, now: OrderTerms): boolean {
  const { email, address } = now
  const isSameAddress =
    address === null ||
    Object.entries(address).every(([field, value]) => (checked.address?.[field] ?? null) === (value ?? null))
  return (
    checked.regionId === now.regionId &&
    checked.currencyCode === now.currencyCode &&
    (email === null || checked.email?.toLowerCase() === email.toLowerCase()) &&
    isSameAddress
  )
}
