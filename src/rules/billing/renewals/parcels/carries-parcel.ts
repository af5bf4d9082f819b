import type { CivilDate } from "../../../calendar"
import type { SubscriptionFacts } from "../../types"
import { renewsOn } from "../renews-on"

/** A subscription of goods, as far as its parcel is concerned. */
export interface ParcelSubscription {
  id: string
  customer_id: string | null
  email: string | null
  shipping_address: Record<string, unknown> | null
  /** The shipping option of its first order; null: it is not shipped by one. */
  shipping_option_id: string | null
}

/** Another subscription of the same customer: those of the dates asked about on which it has renewed, and its cycles to come. */
export interface ParcelSibling extends ParcelSubscription {
  renewed_on: CivilDate[]
  to_come: SubscriptionFacts
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
  const isDue = ({ renewed_on, to_come }: ParcelSibling): boolean =>
    renewed_on.includes(dueOn) || renewsOn(to_come, dueOn)
  return !siblings.some((sibling) => sibling.id < subscription.id && parcelOf(sibling) === parcel && isDue(sibling))
}

function parcelOf({ customer_id, email, shipping_address, shipping_option_id }: ParcelSubscription): string {
  const address = DESTINATION.map((field) => textOf(shipping_address?.[field]).trim().toLowerCase())
  return JSON.stringify([customer_id ?? email, shipping_option_id, ...address])
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")
