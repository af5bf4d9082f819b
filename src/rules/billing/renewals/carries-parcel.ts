import type { CivilDate } from "../../calendar"

/** A subscription of goods, as far as its parcel is concerned. */
export interface ParcelSubscription {
  id: string
  customer_id: string | null
  email: string | null
  shipping_address: Record<string, unknown> | null
  /** The shipping option of its first order; null: it is not shipped by one. */
  shipping_option_id: string | null
}

/** Another subscription of the same customer, and the dates on which it renews or has renewed. */
export interface ParcelSibling extends ParcelSubscription {
  renews_on: CivilDate[]
}

/** The fields that make one destination. */
const DESTINATION = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
  "country_code",
] as const

/**
 * Whether a renewal bears the shipping of its parcel: what renews on one day for one address goes in one parcel, and the
 * oldest of these subscriptions bears it.
 */
export function carriesParcel(
  subscription: ParcelSubscription,
  dueOn: CivilDate,
  siblings: readonly ParcelSibling[],
): boolean {
  const parcel = parcelOf(subscription)
  return !siblings.some(
    (sibling) => sibling.id < subscription.id && sibling.renews_on.includes(dueOn) && parcelOf(sibling) === parcel,
  )
}

function parcelOf({ customer_id, email, shipping_address, shipping_option_id }: ParcelSubscription): string {
  const address = DESTINATION.map((field) => textOf(shipping_address?.[field]).trim().toLowerCase())
  return JSON.stringify([customer_id ?? email, shipping_option_id, ...address])
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")
